package identify

import (
	"bytes"

	"github.com/postvet/postvet/internal/text"
)

// emailAddress finds addresses, but for role mailboxes such as reception@.
func emailAddress(s *scan, i int, k Kind, _ *recogniser) {
	b := s.t.FoldBytes(i)
	local, domain, _ := bytes.Cut(b, []byte("@"))
	switch {
	case s.org.hasEmail(b, domain):
		s.add(ourContacts, i, i+1, false)
	case !listed(roles, local):
		s.add(k, i, i+1, isReserved(domain))
	}
}

const roles = " info information contact contactus reception enquiries enquiry inquiries hello hi admin administration office mail email post bookings booking appointments appointment support help helpdesk " +
	"press media comms communications news newsletter marketing feedback complaints complaint compliments pals jobs careers recruitment hr team staff practice surgery clinic hospital pharmacy ward volunteering " +
	"volunteers fundraising donations donate charity events sales accounts billing finance privacy dpo foi webmaster noreply no-reply donotreply postmaster abuse safeguarding referrals prescriptions records research "

// isReserved reports whether a domain is kept for examples (RFC 2606, 6761).
func isReserved(domain []byte) bool {
	dot := bytes.LastIndexByte(domain, '.')
	if listed(" test example invalid localhost ", domain[dot+1:]) {
		return true
	}
	second := domain[bytes.LastIndexByte(domain[:max(dot, 0)], '.')+1:]
	return listed(" example.com example.org example.net ", second)
}

// personalURL finds links to one person's record.
func personalURL(s *scan, i int, k Kind, _ *recogniser) {
	b := s.t.FoldBytes(i)
	if s.org.hasHost(host(b)) {
		s.add(ourContacts, i, i+1, false)
	}
	for _, path := range []string{"/patient/", "/patients/", "/record/", "/records/", "/chart/"} {
		if at := bytes.Index(b, []byte(path)); at >= 0 && hasDigit(segment(b[at+len(path):])) {
			s.add(k, i, i+1, false)
			return
		}
	}
	for _, query := range []string{"mrn=", "nhs=", "patient=", "dob=", "patientid=", "patient_id=", "nhsnumber="} {
		if at := bytes.Index(b, []byte(query)); at > 0 && (b[at-1] == '?' || b[at-1] == '&') {
			s.add(k, i, i+1, false)
			return
		}
	}
}

// segment cuts a path at its next slash or query.
func segment(path []byte) []byte {
	if end := bytes.IndexAny(path, "/?&#"); end >= 0 {
		return path[:end]
	}
	return path
}

// host returns the host of a link without its "www.".
func host(link []byte) []byte {
	if at := bytes.Index(link, []byte("://")); at >= 0 {
		link = link[at+3:]
	}
	if end := bytes.IndexAny(link, "/?#:"); end >= 0 {
		link = link[:end]
	}
	return bytes.TrimPrefix(link, []byte("www."))
}

// ipAddress finds IPv4 addresses beside their keyword, as versions and
// sections look the same. RFC 5737 keeps three networks for examples.
func ipAddress(s *scan, i int, k Kind, r *recogniser) {
	if i+4 > s.end || !s.fresh(i) {
		return
	}
	var octets [4]int
	for j := range octets {
		b := s.t.FoldBytes(i + j)
		if !s.kind(i+j, text.Number) || len(b) > 3 || !isDigits(b) || j > 0 && s.t.Raw[s.t.Words[i+j-1].End:s.t.Words[i+j].Start] != "." {
			return
		}
		if octets[j] = number(b); octets[j] > 255 {
			return
		}
	}
	if s.ends(i+4) && s.near(i, i+4, r.context) {
		net := [3]int(octets[:3])
		s.add(k, i, i+4, net == [3]int{192, 0, 2} || net == [3]int{198, 51, 100} || net == [3]int{203, 0, 113})
	}
}

func isDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

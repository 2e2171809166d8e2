package identify

import (
	"bytes"
	"net/netip"
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// emailAddress finds addresses; role mailboxes such as reception@ are a kind of
// their own besides, so that rules can let them pass.
func emailAddress(s *scan, i int, k Kind, _ *recogniser) {
	b := s.t.FoldBytes(i)
	local, domain, _ := bytes.Cut(b, []byte("@"))
	if s.org.hasEmail(b, domain) {
		s.add(ourContacts, i, i+1, false)
	}
	s.add(k, i, i+1, isReserved(domain))
	if listed(roles, local) {
		s.add(roleMailbox, i, i+1, isReserved(domain))
	}
}

const roles = " info information contact contactus reception enquiries enquiry inquiries hello hi admin administration office mail email post bookings " +
	"booking appointments appointment support help helpdesk " +
	"press media comms communications news newsletter marketing feedback complaints complaint compliments pals jobs careers recruitment hr team staff " +
	"practice surgery clinic hospital pharmacy ward volunteering " +
	"volunteers fundraising donations donate charity events sales accounts billing finance privacy dpo foi webmaster noreply no-reply donotreply " +
	"postmaster abuse safeguarding referrals prescriptions records research "

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

// ipAddress finds addresses of versions 4 and 6, but not "version 1.2.3.4".
func ipAddress(s *scan, i int, k Kind, _ *recogniser) {
	w := &s.t.Words[i]
	if c := s.after(i); c != '.' && c != ':' && w.Flags&text.Glued == 0 && !s.has(i+1, text.Glued) || !s.fresh(i) {
		return
	}
	rest := s.t.Raw[w.Start:min(len(s.t.Raw), int(w.Start)+46)]
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789abcdefABCDEF.:"))
	written := strings.TrimRight(rest[:n], ".:")
	if strings.Count(written, ":") < 2 && strings.Count(written, ".") != 3 {
		return
	}
	address, err := netip.ParseAddr(written)
	if err != nil || s.is(i-1, "version", "v", "release", "section", "chapter", "build", "firmware", "paragraph", "item", "no") {
		return
	}
	end := i + 1
	for end < s.end && int(s.t.Words[end].End) <= int(w.Start)+len(written) {
		end++
	}
	if s.ends(end) {
		s.add(k, i, end, isExampleNet(address))
	}
}

// isExampleNet reports whether an address is kept for documentation (RFC 5737,
// RFC 3849).
func isExampleNet(a netip.Addr) bool {
	for _, net := range []netip.Prefix{
		netip.PrefixFrom(netip.AddrFrom4([4]byte{192, 0, 2}), 24), netip.PrefixFrom(netip.AddrFrom4([4]byte{198, 51, 100}), 24),
		netip.PrefixFrom(netip.AddrFrom4([4]byte{203, 0, 113}), 24), netip.PrefixFrom(netip.AddrFrom16([16]byte{0x20, 0x01, 0x0d, 0xb8}), 32),
	} {
		if net.Contains(a) {
			return true
		}
	}
	return false
}

func isDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

package clearance

import (
	"encoding/hex"
	"iter"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// RegisterName is the name of the register of waivers, which stands where the
// settings do or would.
const RegisterName = ".postvet-waivers.yaml"

// Register is the file of waivers by fingerprint, for drafts that can't hold
// any: tables, documents, plain text.
type Register struct {
	name string
	all  []*waiver
	by   map[string][]*waiver // by fingerprint
}

// ReadRegister reads the register strictly; name is what errors and findings
// call it. What a waiver lacks is found when it is used.
func ReadRegister(name string, data []byte) (*Register, error) {
	root, problems := yamldoc.Parse(name, data)
	r := &Register{name: name, by: map[string][]*waiver{}}
	d := &yamldoc.Decoder{Path: name, Quote: true, Problems: problems}
	if root.Empty() {
		return r, d.Problems.Err()
	}
	list := d.Map(root, "register", "waivers").Get("waivers")
	if list.Empty() {
		list = nil
	}
	for _, n := range d.List(list, "waivers") {
		f := d.Map(n, "waiver", "fingerprint", "rule", "reason", "until", "by", "content")
		f.Need("fingerprint", "rule")
		w := &waiver{
			rule: f.String("rule"), reason: text(f, "reason"), until: text(f, "until"), by: text(f, "by"), content: text(f, "content"),
			at: post.Position{Line: n.Line, Column: n.Column, Byte: n.Column, Rune: n.Column},
		}
		print := f.String("fingerprint")
		if sum, err := hex.DecodeString(print); (err != nil || len(sum) != 16) && print != "" {
			d.Report(f.Get("fingerprint"), "fingerprint must be the 32 digits and letters that json gives a finding; put quotes around them")
		}
		w.print = print
		r.all = append(r.all, w)
		r.by[print] = append(r.by[print], w)
	}
	d.Problems.Sort()
	if err := d.Problems.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// Said yields what each waiver says as a post, for private rules to look at.
func (r *Register) Said() iter.Seq[*post.Post] {
	return func(yield func(*post.Post) bool) {
		for _, w := range r.all {
			if !yield(post.New(r.name, w.reason+"\n\n"+w.by, nil, &yamldoc.Decoder{})) {
				return
			}
		}
	}
}

// Hide keeps what waiver number i says from those who may see no text.
func (r *Register) Hide(i int) { r.all[i].private = true }

// text is a value that may be left empty.
func text(f yamldoc.Fields, key string) string {
	if f.Get(key).Empty() {
		return ""
	}
	return f.String(key)
}

// shortPrint is enough of a fingerprint to find it.
func (w *waiver) shortPrint() string { return w.print[:12] + "…" }

// Close returns what is wrong with the register, once all posts are judged; ok
// is false when nothing is. complete says that the run met all posts there are,
// so that a waiver that wasn't used has nothing to clear.
func (l *Ledger) Close(complete bool) (r Result, ok bool) {
	if l.Register == nil {
		return r, false
	}
	r.Post = &post.Post{Source: l.Register.name, Line: 1}
	for i, w := range l.Register.all {
		if note, ok := l.note(w, "", complete); ok {
			note.Number = i
			r.Findings = append(r.Findings, note.Finding())
		}
	}
	return r, len(r.Findings) > 0
}

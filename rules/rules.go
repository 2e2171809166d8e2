// Package rules holds the bytes of the shipped packs: their files, and the
// image they are compiled into, from which a run starts without parsing.
// Package rule gives both their meaning.
package rules

import "embed"

//go:generate go run -tags generate ./generate

// Files are the packs (*.yaml), the policy catalogue (policies.yaml), the cues
// of contexts (cues.yaml), what the rules cover (coverage.yaml) and the lists
// every pack may use (lists/*.txt).
//
//go:embed *.yaml lists/*.txt
var Files embed.FS

// Image is what go generate made of Files, for rule.Decode.
//
//go:embed image.bin
var Image []byte

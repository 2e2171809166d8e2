package rule

import "github.com/postvet/postvet/internal/post"

// placeName is the metadata name that says where a post is published.
const placeName = "jurisdiction"

// liesIn reports whether place is whole or lies in it.
func liesIn(place, whole string) bool {
	for ; place != ""; place = post.PlaceAround(place) {
		if place == whole {
			return true
		}
	}
	return false
}

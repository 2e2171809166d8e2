#!/bin/sh
# Checks drafts as they are staged before they are committed. Written by
# "postvet init --hook". git commit --no-verify passes it by.
command -v postvet >/dev/null 2>&1 || {
  echo "pre-commit: postvet isn't on the PATH, so the drafts can't be checked" >&2
  exit 1
}
exec postvet check --staged

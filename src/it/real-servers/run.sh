#!/usr/bin/env bash
# The journey of the embedded tests against real servers from Debian packages, on loopback and free ports, in a
# temporary folder: src/it/real-servers/run.sh [mail …]. Ends with PASSED, with "skipped" (0) where the packages
# cannot be had, with 1 at a fault.
set -euo pipefail
cd "$(dirname "$0")"
parts=("$@")
if [ ${#parts[@]} -eq 0 ]; then
  parts=(*/journey.sh)
  parts=("${parts[@]%/journey.sh}")
fi
for part in "${parts[@]}"; do
  echo "== $part"
  "./$part/journey.sh"
done

#!/usr/bin/env bash
# Parity of the one-machine stack, for cron: runs "./lambda verify --json" and leaves LAMBDA_BATCH_STATE/parity.prom for a
# node exporter. Prints ALERT and exits with 1 if anything differs, with what verify exits with otherwise.
#   verify.sh [options of ./lambda verify]
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly state="${LAMBDA_BATCH_STATE:-/var/lib/lambda}" lambda="${LAMBDA_COMMAND:-$root/lambda}"

number() {
  # The totals come before those of each symbol.
  grep -oE "\"$1\" ?: ?[0-9]+" <<< "$report" | head -n 1 | grep -oE '[0-9]+$'
}

status=0
report="$("$lambda" verify --json "$@")" || status=$?
if [[ "$report" != *'"parity"'* ]]; then
  printf 'ALERT verify exit=%s could not compare\n' "$status" >&2
  exit "$status"
fi
mkdir -p -- "$state"
{
  printf '# HELP lambda_parity_documents Documents of the newest verify, by what the comparison with the log said.\n'
  printf '# TYPE lambda_parity_documents gauge\n'
  for result in equal different missing newer; do
    printf 'lambda_parity_documents{result="%s"} %s\n' "$result" "$(number "$result")"
  done
  printf '# HELP lambda_parity_timestamp_seconds When verify last compared.\n'
  printf '# TYPE lambda_parity_timestamp_seconds gauge\n'
  printf 'lambda_parity_timestamp_seconds %s\n' "$(date +%s)"
} > "$state/parity.prom.next"
chmod 644 "$state/parity.prom.next"
mv -- "$state/parity.prom.next" "$state/parity.prom"
if ((status != 0)); then
  printf 'ALERT verify exit=%s different=%s missing=%s\n' "$status" "$(number different)" "$(number missing)" >&2
fi
exit "$status"

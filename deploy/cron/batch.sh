#!/usr/bin/env bash
# One run of the batch layer by spark-submit: for cron, and by hand.
#   batch.sh archive | recompute | all | compact | restore | import DIR|URL | check DIR    [options of the program]
# Addresses come from the environment (LAMBDA_KAFKA, LAMBDA_ELASTICSEARCH, LAMBDA_STORE, LAMBDA_S3_ENDPOINT, AWS_*).
# One run at a time: another one leaves with 75 and says so, or waits LAMBDA_BATCH_LOCK_WAIT seconds.
# Writes LAMBDA_BATCH_LOGS/batch-<time>-<job>.log, keeps the newest 200, prints the run's JSON summary, and leaves
# LAMBDA_BATCH_STATE/batch-<job>.prom for a node exporter. A failure is one line with the word ALERT: on standard error
# (cron mails it), in LAMBDA_BATCH_LOGS/alerts.log, and in the system log.
# Exits as the program does (0 done, 1 failed, 2 usage), or with 75.
set -euo pipefail

# A JVM takes file names and arguments as the locale says, and the exchange has symbols that are not ASCII.
if [[ "$(locale charmap 2> /dev/null)" != UTF-8 ]]; then
  export LC_ALL=C.UTF-8
fi

here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
readonly logs="${LAMBDA_BATCH_LOGS:-/var/log/lambda}" state="${LAMBDA_BATCH_STATE:-/var/lib/lambda}"
readonly submit="${LAMBDA_SPARK_SUBMIT:-$here/../scripts/spark-submit}"
readonly master="${LAMBDA_SPARK_MASTER:-local[2]}" memory="${LAMBDA_SPARK_MEMORY:-1g}"
readonly busy=75 logs_kept=200

usage() {
  printf 'usage: batch.sh archive | recompute | all | compact | restore | import DIR|URL | check DIR [options]\n' >&2
  exit 2
}

alert() {
  printf '%s ALERT batch job=%s exit=%s log=%s %s\n' "$(date -u +%FT%TZ)" "$job" "$1" "$log" "$2" \
    | tee -a "$logs/alerts.log" >&2
  if command -v logger > /dev/null; then
    logger --tag crypto-lambda-batch --priority user.err "ALERT job=$job exit=$1 log=$log $2" 2> /dev/null || true
  fi
}

find_jar() {
  local jars=("$here"/../../batch-spark/target/batch-spark-[0-9]*.jar)
  jar="${LAMBDA_BATCH_JAR:-${jars[0]}}"
  if [[ ! -f "$jar" ]]; then
    printf 'batch.sh: there is no %s; build it, or set LAMBDA_BATCH_JAR\n' "$jar" >&2
    exit 2
  fi
}

run() {
  # A run's scratch files belong to it: what a killed run left is not in the way of the next one.
  local scratch status=0
  scratch="$(mktemp -d "${TMPDIR:-/tmp}/lambda-batch.XXXXXX")"
  SPARK_LOCAL_DIRS="$scratch" "$submit" --class io.cryptolambda.batch.BatchMain --master "$master" \
    --driver-memory "$memory" --conf spark.ui.enabled=false --conf "spark.hadoop.hadoop.tmp.dir=$scratch" \
    --conf "spark.sql.warehouse.dir=$scratch/warehouse" "$jar" "$@" > "$log.out" 2> "$log" || status=$?
  rm -rf -- "$scratch"
  return "$status"
}

# The last time of success must outlive failures, so it is read from the file before.
write_metrics() {
  local file="$state/batch-$job.prom" succeeded=0
  if (($1 == 0)); then
    succeeded="$(date +%s)"
  elif [[ -f "$file" ]]; then
    succeeded="$(sed -n 's/^lambda_batch_last_success_timestamp_seconds{[^}]*} //p' "$file")"
  fi
  cat > "$file.next" << METRICS
# HELP lambda_batch_last_success_timestamp_seconds When the job last ended well; 0: never.
# TYPE lambda_batch_last_success_timestamp_seconds gauge
lambda_batch_last_success_timestamp_seconds{job_name="$job"} ${succeeded:-0}
# HELP lambda_batch_last_exit_code What the job's newest run exited with.
# TYPE lambda_batch_last_exit_code gauge
lambda_batch_last_exit_code{job_name="$job"} $1
# HELP lambda_batch_last_duration_seconds How long the job's newest run took.
# TYPE lambda_batch_last_duration_seconds gauge
lambda_batch_last_duration_seconds{job_name="$job"} $2
METRICS
  chmod 644 "$file.next"
  mv -- "$file.next" "$file"
}

forget_old_logs() {
  local old
  find "$logs" -maxdepth 1 -name 'batch-*.log' -printf '%T@ %p\n' | sort -rn | tail -n "+$((logs_kept + 1))" \
    | cut -d' ' -f2- | while IFS= read -r old; do
      rm -f -- "$old"
    done
}

job="${1:-}"
case "$job" in
  archive | recompute | all | compact | restore) ;;
  import | check) [[ -d "${2:-}" ]] || usage ;;
  *) usage ;;
esac
find_jar
mkdir -p -- "$logs" "$state"
log="$logs/batch-$(date -u +%Y%m%dT%H%M%SZ)-$job.log"

exec 9> "$state/batch.lock"
if ! flock --wait "${LAMBDA_BATCH_LOCK_WAIT:-0}" 9; then
  printf 'batch.sh: another run holds %s; this one (%s) leaves\n' "$state/batch.lock" "$job" >&2
  exit "$busy"
fi

status=0
began=$SECONDS
run "$@" || status=$?
write_metrics "$status" "$((SECONDS - began))"
tail -n 1 -- "$log.out"
if ((status != 0)); then
  alert "$status" "$(grep -m1 -o 'event=batch_failed.*' "$log" || tail -n 1 -- "$log")"
fi
cat -- "$log.out" >> "$log"
rm -f -- "$log.out"
forget_old_logs
exit "$status"

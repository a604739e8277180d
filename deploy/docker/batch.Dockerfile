# The batch layer: Spark's own launcher and entry point with exactly the jars that the tests ran with.
#   --target job: one spark-submit (Kubernetes, by the Spark operator; docker run)
#   --target cron: spark-submit by cron (docker-compose.yml)
# Built from the jars of "mvn -Pimages package" with the project as context; see deploy/scripts/images.
FROM spark:3.5.7-scala2.12-java17-ubuntu AS job

# Spark's own choice of Hadoop, Jackson and AWS libraries would differ from the tested one: of its jars only those stay that
# make drivers and executors of Kubernetes pods, which Maven's Spark does not have.
USER root
RUN cd /opt/spark/jars \
  && mkdir /opt/spark/kept \
  && mv spark-kubernetes_* kubernetes-* okhttp-3.* okio-1.* logging-interceptor-* zjsonpatch-* snakeyaml-* \
    jackson-dataformat-yaml-* jackson-datatype-jsr310-* /opt/spark/kept/ \
  && rm -rf /opt/spark/jars /opt/spark/examples /opt/spark/data \
  && mv /opt/spark/kept /opt/spark/jars
COPY batch-spark/target/lib/ /opt/spark/jars/

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="crypto-lambda-batch" \
  org.opencontainers.image.description="Archive, recompute, import and compact by spark-submit" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.licenses="MIT"

COPY batch-spark/target/batch-spark-${VERSION}.jar /opt/lambda/batch-spark.jar
COPY deploy/cron/batch.sh /opt/lambda/batch.sh
ENV LAMBDA_BATCH_JAR=/opt/lambda/batch-spark.jar \
  LAMBDA_SPARK_SUBMIT=/opt/spark/bin/spark-submit \
  SPARK_LOCAL_DIRS=/tmp
USER spark
WORKDIR /tmp
# A job, not a server: it is healthy as long as it runs.
HEALTHCHECK NONE

FROM job AS cron
USER root
RUN apt-get update \
  && apt-get install --yes --no-install-recommends cron \
  && rm -rf /var/lib/apt/lists/* /etc/cron.*/* /etc/crontab \
  && sed -i '/pam_loginuid/d' /etc/pam.d/cron \
  && install --directory --owner spark --group spark /var/log/lambda /var/lib/lambda
COPY deploy/cron/crontab /etc/cron.d/lambda
COPY deploy/cron/start-cron /usr/local/bin/start-cron
RUN chmod 0644 /etc/cron.d/lambda
# cron itself must be root to become the job's user, who is not; it keeps no other right (docker-compose.yml).
HEALTHCHECK --interval=30s --timeout=5s --retries=3 CMD ["pgrep", "-x", "cron"]
ENTRYPOINT ["/usr/local/bin/start-cron"]

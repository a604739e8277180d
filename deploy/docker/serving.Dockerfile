# Serving: the merged API and the page.
# Built from the jars of "mvn -Pimages package" with the project as context; see deploy/scripts/images.
FROM eclipse-temurin:17.0.16_8-jre-noble

RUN groupadd --gid 10001 lambda \
  && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin lambda

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="crypto-lambda-serving" \
  org.opencontainers.image.description="Merged batch and speed views over HTTP, and the page" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.licenses="MIT"

COPY deploy/docker/healthy /usr/local/bin/healthy
COPY serving-vertx/target/lib/ /opt/lambda/lib/
COPY serving-vertx/target/serving-vertx-${VERSION}.jar /opt/lambda/serving.jar

USER 10001:10001
# The file system may be read-only; /tmp must be writable and executable (native libraries are unpacked there).
WORKDIR /tmp
ENV LAMBDA_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["healthy", "8080", "/health/ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
  "-Dfile.encoding=UTF-8", "-cp", "/opt/lambda/serving.jar:/opt/lambda/lib/*", "io.cryptolambda.serving.ServingMain"]

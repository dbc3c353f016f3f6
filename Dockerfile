# One image for either service, from the jars that the build has made (./ship-or-skip test, or mvn -DskipTests package):
#   docker build --build-arg MODULE=command-side -t ship-or-skip-command-side .
# The command stands in docker-compose.yml: java … -jar command-side.jar
FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/${MODULE}-app.jar ${MODULE}.jar
RUN java -Djarmode=tools -jar ${MODULE}.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
# curl asks the health address; the data folder is the service's alone.
RUN command -v curl >/dev/null || (apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*)
RUN useradd --system --uid 10001 --no-create-home ship-or-skip \
    && install -d -o ship-or-skip -g ship-or-skip -m 700 /data
USER ship-or-skip
WORKDIR /app
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
VOLUME /data

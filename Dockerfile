# One image for either service: build the jars first (./ship-or-skip test, or mvn -DskipTests package), then
#   docker build --build-arg MODULE=command-side -t ship-or-skip-command-side .
FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /app
COPY ${MODULE}/target/${MODULE}-app.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /home/ship-or-skip ship-or-skip \
    && install -d -o ship-or-skip -g ship-or-skip -m 700 /data
USER ship-or-skip
WORKDIR /app
COPY --from=layers /app/layers/dependencies/ ./
COPY --from=layers /app/layers/spring-boot-loader/ ./
COPY --from=layers /app/layers/snapshot-dependencies/ ./
COPY --from=layers /app/layers/application/ ./
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["java", "-Daxoniq.update-checker.disabled=true", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=60", \
    "org.springframework.boot.loader.launch.JarLauncher"]

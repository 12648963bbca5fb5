# docker build -t etna-sandbox .
# docker run --rm -p 127.0.0.1:6303:6303 -e ETNA_SANDBOX_CONTROL_KEY=my-key etna-sandbox
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml LICENSE ./
COPY fixtures fixtures
COPY src src
RUN mvn -q -B -Dmaven.test.skip package

FROM eclipse-temurin:25-jre
COPY --from=build /build/target/etna-sandbox-0.1.0.jar /opt/etna-sandbox.jar
RUN useradd --system --no-create-home sandbox
USER sandbox
ENV ETNA_SANDBOX_HOST=0.0.0.0
EXPOSE 6303
HEALTHCHECK --interval=2s --timeout=2s --start-period=10s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/6303"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-jar", "/opt/etna-sandbox.jar"]

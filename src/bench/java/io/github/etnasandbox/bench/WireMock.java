package io.github.etnasandbox.bench;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** WireMock as it comes, with the stub that a test would write to fake a cancel; and fixed bytes for other loads. */
final class WireMock extends Subject {
    private final boolean journal;
    private WireMockServer server;

    private WireMock(boolean journal) {
        this.journal = journal;
    }

    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        new WireMock(!arguments[1].equals("no journal")).play(arguments[0], now);
    }

    @Override
    void start(boolean forLoad) {
        WireMockConfiguration configuration =
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort();
        server = new WireMockServer(journal ? configuration : configuration.disableRequestJournal());
        server.start();
        stub(delete(urlPathTemplate("/api/v1.0/accounts/{accountId}/orders/{orderId}")), noContent());
        if (forLoad) {
            stub(post(urlPathEqualTo(Request.ORDERS)), okJson(GeneratedOrders.json(0, true)));
            stub(get(urlPathEqualTo(Request.ORDERS)), okJson(GeneratedOrders.page()));
        }
    }

    private void stub(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.withHeader("Et-App-Key", equalTo(Request.APP_KEY))
                .withHeader("Authorization", equalTo(Request.AUTHORIZATION))
                .willReturn(answer));
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    void stop() {
        server.stop();
    }
}

package io.github.etnasandbox.bench;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.bench.subject.ListRequest;
import io.github.etnasandbox.bench.subject.PlaceRequest;

/** The stubs that a test would write to fake a cancel, or a list of orders. */
final class Stubs {
    private Stubs() {}

    /** Any order: 204, or 401 and 403 when the token or the app key is wrong. */
    static void cancel(WireMockServer server) {
        String path = "/api/v1.0/accounts/{accountId}/orders/{orderId}";
        server.stubFor(delete(urlPathTemplate(path))
                .atPriority(3)
                .willReturn(json(403, "{\"error\":\"Application key is not defined or does not exist\"}")));
        server.stubFor(delete(urlPathTemplate(path))
                .atPriority(2)
                .withHeader("Et-App-Key", equalTo(CancelRequest.APP_KEY))
                .willReturn(json(401, "{\"Message\":\"Authorization has been denied for this request.\"}")));
        server.stubFor(delete(urlPathTemplate(path))
                .atPriority(1)
                .withHeader("Et-App-Key", equalTo(CancelRequest.APP_KEY))
                .withHeader("Authorization", equalTo("Bearer " + CancelRequest.TOKEN))
                .willReturn(noContent()));
    }

    /** One stub for each of many orders. */
    static void cancelEach(WireMockServer server, int orders) {
        for (int i = 0; i < orders; i++) {
            server.stubFor(delete(urlPathEqualTo("/api/v1.0/accounts/" + CancelRequest.ACCOUNT + "/orders/"
                            + (CancelRequest.FIRST_OF_MANY + i)))
                    .withHeader("Et-App-Key", equalTo(CancelRequest.APP_KEY))
                    .withHeader("Authorization", equalTo("Bearer " + CancelRequest.TOKEN))
                    .willReturn(noContent()));
        }
    }

    /** One order, whatever is placed. */
    static void place(WireMockServer server) {
        server.stubFor(post(urlPathEqualTo(PlaceRequest.PATH))
                .withHeader("Et-App-Key", equalTo(CancelRequest.APP_KEY))
                .withHeader("Authorization", equalTo("Bearer " + CancelRequest.TOKEN))
                .willReturn(json(200, PlaceRequest.ANSWER)));
    }

    /** One page, whichever is asked for. */
    static void list(WireMockServer server, String page) {
        server.stubFor(get(urlPathEqualTo(ListRequest.PATH))
                .withHeader("Et-App-Key", equalTo(CancelRequest.APP_KEY))
                .withHeader("Authorization", equalTo("Bearer " + CancelRequest.TOKEN))
                .willReturn(json(200, page)));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return status(status).withHeader("Content-Type", "application/json").withBody(body);
    }
}

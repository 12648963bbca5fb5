package io.github.etnasandbox.api;

import io.github.etnasandbox.contract.OpenApi;
import io.github.etnasandbox.contract.Swagger;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.state.Transition;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * {@code GET /reference/schema/v1}: the API's own description, Swagger 2.0, of the routes that the sandbox serves.
 *
 * <p>Source: AutoShares' page SDKs.
 */
final class GetReferenceSchema {
    private GetReferenceSchema() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        OpenApi document = new OpenApi("ETNA Trader API", Version.TEXT, "The routes that this sandbox serves.");
        ApiContract.describe(document, admission.settings(), admission.state());
        Map<String, Object> swagger = Swagger.of(document, base(admission.request()));
        return admission.answer(Answer.REFERENCE_SCHEMA.response(
                "schema", JsonObjectWriter.spell(json -> swagger.forEach(json::value))));
    }

    /** Where the API begins: what the client asked for, without the path of this route. */
    private static URI base(ApiRequest request) {
        String url = request.url();
        return URI.create(url.substring(0, url.toLowerCase(Locale.ROOT).lastIndexOf("/reference/")));
    }
}

package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.load.PageClient;
import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.report.Table;
import io.github.etnasandbox.bench.subject.ListRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a page of a large account takes, whatever is asked for. */
public final class Lists implements Section {
    private static final ListRequest FIRST_PAGE = new ListRequest("pageNumber=0");
    private static final int WARM_UP_ROUNDS = 3;

    @Override
    public char letter() {
        return 'f';
    }

    @Override
    public String title() {
        return "a page of 100 orders";
    }

    @Override
    public void measure(Options options, Findings findings) throws IOException {
        int orders = options.pick(100_000, 20_000);
        int rounds = options.rounds(9, 2);
        int times = options.pick(200, 100);
        Map<String, ListRequest> requests = requests(orders / 200);
        LoadSamples<String> ours = new LoadSamples<>();
        LoadSamples<Candidate> firstPage = new LoadSamples<>();
        Map<Candidate, Server> servers = new EnumMap<>(Candidate.class);
        try (GeneratedFixture fixture = GeneratedFixture.of(orders, "all")) {
            for (Candidate candidate : Candidate.AS_THEY_COME) {
                Server server = Server.start(options, candidate, fixture);
                servers.put(candidate, server);
                if (candidate == Candidate.OURS) {
                    Files.writeString(fixture.folder().resolve("page.json"), server.client.body(FIRST_PAGE));
                }
            }
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                LoadSamples<String> rows = round < 0 ? new LoadSamples<>() : ours;
                LoadSamples<Candidate> compared = round < 0 ? new LoadSamples<>() : firstPage;
                for (Map.Entry<Candidate, Server> server : servers.entrySet()) {
                    compared.add(server.getKey(), server.getValue().client.run(FIRST_PAGE, times));
                    server.getValue().jvm.reset();
                }
                for (Map.Entry<String, ListRequest> request : requests.entrySet()) {
                    rows.add(
                            request.getKey(), servers.get(Candidate.OURS).client.run(request.getValue(), times));
                }
            }
        } finally {
            for (Server server : servers.values()) {
                server.close();
            }
        }
        report(findings, requests, ours, firstPage);
        findings.remark("Medians of " + rounds + " rounds of " + times
                + " requests over one keep-alive connection, after "
                + WARM_UP_ROUNDS + " that were not counted; from sending to the last byte. The account has " + orders
                + " orders with all documented fields. The others know no orders: they answer the first page's bytes. There is no aim for a page that is sorted"
                + " by a field.");
    }

    private static Map<String, ListRequest> requests(int farPage) {
        Map<String, ListRequest> requests = new LinkedHashMap<>();
        requests.put("the first", FIRST_PAGE);
        requests.put("the first, descending", new ListRequest("pageNumber=0&desc=true"));
        requests.put("a far one", new ListRequest("pageNumber=" + farPage));
        requests.put("Status in (0,1)", new ListRequest("pageNumber=0&filter=Status%20in%20(0,1)"));
        requests.put("SecurityId = 4", new ListRequest("pageNumber=0&filter=SecurityId%20=%204"));
        requests.put(
                "CreateDate > …", new ListRequest("pageNumber=0&filter=CreateDate%20%3E%20%232019-01-21T14:50:00%23"));
        requests.put("by Quantity, descending", new ListRequest("pageNumber=0&sortField=Quantity&desc=true"));
        requests.put("by Date, descending", new ListRequest("pageNumber=0&sortField=Date&desc=true"));
        requests.put("by Price, a far one", new ListRequest("sortField=Price&pageNumber=" + farPage));
        requests.put("by ClientId, a far one", new ListRequest("sortField=ClientId&pageNumber=" + farPage));
        return requests;
    }

    private static void report(
            Findings findings,
            Map<String, ListRequest> requests,
            LoadSamples<String> ours,
            LoadSamples<Candidate> firstPage) {
        Table table = findings.table(List.of("median, µs", "p99, µs"));
        for (String row : requests.keySet()) {
            double median = ours.medianMicros.median(row);
            table.row("etna-sandbox: " + row, median, ours.p99Micros.median(row));
            if (!requests.get(row).isSorted()) {
                findings.aimAtMost(row, 2_000, median, " µs");
            }
        }
        Comparison comparison = new Comparison(findings, Candidate.AS_THEY_COME);
        comparison.row("the first, median, µs", firstPage.medianMicros);
        comparison.row("the first, p99, µs", firstPage.p99Micros);
    }

    /** A server in a JVM of its own, and a connection to it. */
    private record Server(ChildJvm jvm, PageClient client) implements AutoCloseable {
        static Server start(Options options, Candidate candidate, GeneratedFixture fixture) throws IOException {
            ChildJvm jvm = candidate.startForLoad(options, "list", fixture.folder());
            return new Server(jvm, new PageClient((int) jvm.number()));
        }

        @Override
        public void close() throws IOException {
            client.close();
            jvm.close();
        }
    }
}

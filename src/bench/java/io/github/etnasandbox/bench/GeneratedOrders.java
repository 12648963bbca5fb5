package io.github.etnasandbox.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A folder of fixtures: the packaged ones with generated orders.
 *
 * <p>The orders are as the documentation prints them: the odd ones like 80328, just placed; the even ones like 73552, at
 * the venue. What differs from order to order at the broker differs here, so that nothing is saved that could not be saved
 * there.
 */
final class GeneratedOrders implements AutoCloseable {
    /** The id of the first order: all ids have seven digits, and so all requests the same length. */
    static final int FIRST_ID = 2_000_000;

    /** A prime, so that its multiples meet every order of a number it does not divide. */
    private static final long STRIDE = 611_953;

    private static final Instant FIRST_PLACED = Instant.parse("2019-01-21T14:30:00.123Z");
    private static final List<String> SIDES = List.of("Buy", "Sell", "SellShort", "BuyToCover");

    private static final Path FOLDER = Path.of("target", "bench", "fixtures");

    private GeneratedOrders() {}

    /** Writes a folder whose orders have all documented fields, or those that the sandbox interprets. */
    static GeneratedOrders write(int count, boolean allFields) throws IOException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("app-keys", "users", "accounts", "securities", "tokens")) {
            Files.copy(
                    Path.of("fixtures", "docs", file + ".json"),
                    FOLDER.resolve(file + ".json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        try (BufferedWriter out = Files.newBufferedWriter(FOLDER.resolve("orders.json"))) {
            for (int number = 0; number < count; number++) {
                out.write((number == 0 ? "[" : ",\n") + json(number, allFields));
            }
            out.write("]");
        }
        return new GeneratedOrders();
    }

    String folder() {
        return FOLDER.toString();
    }

    /** The id of one of so many orders. They jump about, as real cancels do: neighbours would flatter a cache. */
    static int id(long index, int count) {
        return FIRST_ID + (int) (index * STRIDE % count);
    }

    /** The answer to a list of a server that knows no orders. */
    static String page() {
        return IntStream.range(0, 100)
                .mapToObj(number -> json(number, true))
                .collect(Collectors.joining(",", "{\"Result\":[", "],\"TotalCount\":100000}"));
    }

    static String json(int number, boolean allFields) {
        String fields = interpreted(number) + (allFields ? uninterpreted(number) : "");
        return ("{" + fields + "}").replace('\'', '"');
    }

    private static String interpreted(int number) {
        boolean isPlaced = number % 2 == 1;
        int quantity = 100 + number % 9 * 50;
        int executed = number % 4 == 2 ? 50 : 0;
        double price = number % 3 == 0 ? 0 : (15_000 + number % 5_000) / 100.0;
        double last = executed == 0 ? 0 : 156.57;
        Instant created = FIRST_PLACED.plusMillis(23L * number);
        Instant changed = isPlaced ? created : created.plusMillis(1_201);
        String status = isPlaced ? "PendingNew" : executed == 0 ? "New" : "PartiallyFilled";
        String type = price == 0 ? "Market" : "Limit";
        return "'Id':" + (FIRST_ID + number) + ",'SecurityId':" + (4 + number % 500) + ",'Quantity':" + quantity
                + ",'Price':" + price + ",'StopPrice':0,'ClientId':'" + (1_045_239_786 + number)
                + "','ExecutedQuantity':" + executed + ",'LastPrice':" + last + ",'LastQuantity':" + executed
                + ",'LeavesQuantity':" + (isPlaced ? 0 : quantity - executed) + ",'AveragePrice':" + last
                + ",'Side':'" + SIDES.get(number / 2 % 4) + "','Date':'" + changed + "','TransactionDate':'" + changed
                + "','Status':'" + status + "','ExecutionStatus':'" + status + "','Type':'" + type
                + "','RequestStatus':'" + (isPlaced ? "RequireValidation" : "Complete")
                + "','Target':'New','TimeInForce':'Day','ExpireDate':'2019-01-22T21:00:00Z','AccountId':6303"
                + ",'UserId':7125,'RequestId':" + (4_000_000 + number)
                + ",'StateId':" + (isPlaced ? 0 : 6_000_000 + number) + ",'ParentId':-1,'CreateDate':'" + created
                + "','InitialType':'" + type + "','TransType':'New'";
    }

    private static String uninterpreted(int number) {
        String hash = Long.toHexString(number * 0x9E3779B97F4A7C15L);
        return ",'SettDate':'0001-01-01T00:00:00Z','Legs':[],'TrailingStopAmountType':'Absolute','TrailingStopAmount':0"
                + ",'TrailingLimitAmountType':'Absolute','TrailingLimitAmount':0,'IsExternal':false"
                + ",'ValidationsToBypass':0,'ParentRequestId':0,'SettlementDate':'0001-01-01T00:00:00Z'"
                + (number % 2 == 1
                        ? ",'ExecInst':'0','Comment':'Expecting a remarkable Q4 report','ExecutionInstructions':{"
                                + "'CorrelationId':'" + hash + hash + "','CreateOrderRequestTimeUnix':'"
                                + (636_867_308_209_000_000L + number) + "'}"
                        : ",'ExecInst':'AllOrNone','CounterPartyOrderId':'" + (1_245_239_786 + number)
                                + "','Exchange':'Auto','ExecutionVenue':'Etna Emulator','ExecBrocker':'Auto','ExecId':'"
                                + (173_657_808 + number) + "','ExecutionInstructions':{}");
    }

    /** Deletes the orders, which may take a gigabyte. */
    @Override
    public void close() throws IOException {
        Files.delete(FOLDER.resolve("orders.json"));
    }
}

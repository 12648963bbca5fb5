package io.github.etnasandbox.api;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.MarginType;
import io.github.etnasandbox.filter.FilterField;
import io.github.etnasandbox.filter.FilterLanguage;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as the API shows, filters and sorts them. A member is what the fixture says under its name; else what the balance
 * tells, for the figures that stand there under another name; else 0, or the sample's value.
 *
 * <p>Source: guide page Get Trading Account Info by ID; AutoShares' OpenAPI document (names, mails).
 */
final class AccountJson {
    private static final Shape<Account> SHAPE = Shape.strict("Account");
    private static final List<FilterField<Account, ?>> FILTERS = new ArrayList<>();

    static {
        SHAPE.required("Id", Kinds.INT32, account -> account.id().value());
        FILTERS.add(FilterField.int32("Id", account -> account.id().value()));
        given("SubscriptionPlanId");
        always("ClearingAccount", Account::clearingAccount);
        for (String name : List.of("FirstName", "MiddleName", "LastName", "Login", "Email", "Phone")) {
            text(name);
        }
        date("CreatedDate");
        date("ModifiedDate");
        SHAPE.required("Enabled", Kinds.FLAG, Account::enabled);
        FILTERS.add(FilterField.flag("Enabled", Account::enabled));
        flag("IsChanged");
        number("Cash", BalanceFigure.CASH);
        always("Currency", account -> kept(account, "Currency", "USD"));
        always("Status", account -> kept(account, "Status", "Approved"));
        text("CommissionPlan");
        text("RepCode");
        number("MarginInterestRate", null);
        number("CashInterestRate", null);
        number("CloseEquity", BalanceFigure.EQUITY_TOTAL);
        number("OpenExcess", BalanceFigure.EXCESS);
        number("OptionLevel", null, "4");
        SHAPE.required("MarginType", Kinds.words(MarginType.values()), Account::marginType);
        FILTERS.add(
                FilterField.text("MarginType", account -> account.marginType().word()));
        always(
                "Permissions",
                account -> kept(
                        account,
                        "Permissions",
                        "LongStock, ShortStock, LongOption, ShortOption, AllowTrade, AllowMargin, AllowOpen"));
        number("BaseCash", BalanceFigure.EXCESS);
        given("Sweep");
        always("OwnerType", account -> kept(account, "OwnerType", "IndividualCustomer"));
        number("DayTradingBuyingPower", BalanceFigure.DAY_TRADING_BUYING_POWER);
        number("DayTrades", BalanceFigure.DAY_TRADES);
        for (String name :
                List.of("SmaBalance", "HouseCall", "MaintenanceCall", "EquityCall", "InitialCall", "DayTradeCall")) {
            number(name, null);
        }
        number("TradeDayBalance", BalanceFigure.CASH);
        number("MoneyMarket", null);
        number("Cip", null);
        flag("IsAverageAccount");
        number("MarginEquity", BalanceFigure.EQUITY_TOTAL);
        number("ExcessEquity", null);
    }

    static final Kind<Account> KIND = Kinds.written(SHAPE);
    static final FilterLanguage<Account> LANGUAGE = new FilterLanguage<>(FILTERS);

    private AccountJson() {}

    /** What accounts can be sorted by, the id first. */
    static List<Field<Account, ?>> fields() {
        return SHAPE.fields();
    }

    static String object(Account account) {
        return JsonObjectWriter.spell(json -> SHAPE.write(account, json));
    }

    static String array(List<Account> accounts) {
        return SHAPE.array(accounts);
    }

    /** A text that every account has. */
    private static void always(String name, Function<Account, String> getter) {
        SHAPE.required(name, Kinds.TEXT, getter);
        FILTERS.add(FilterField.text(name, getter));
    }

    /** A text that an account has when the fixture gives it. */
    private static void text(String name) {
        Function<Account, @Nullable String> getter = account -> keptText(account, name);
        SHAPE.optional(name, Kinds.TEXT, getter);
        FILTERS.add(FilterField.text(name, getter));
    }

    private static void date(String name) {
        Function<Account, Instant> getter = account -> {
            String text = keptText(account, name);
            Instant date = text == null ? null : JsonDate.parse(text);
            return date == null ? Order.UNSET : date;
        };
        SHAPE.required(name, Kinds.DATE, getter);
        FILTERS.add(FilterField.date(name, getter));
    }

    private static void flag(String name) {
        Function<Account, Boolean> getter =
                account -> "true".equals(account.kept().get(name));
        SHAPE.required(name, Kinds.FLAG, getter);
        FILTERS.add(FilterField.flag(name, getter));
    }

    /** A number that an account has when the fixture gives it: the guide's samples have it, later editions do not. */
    private static void given(String name) {
        SHAPE.optional(name, Kinds.decimal(), account -> keptNumber(account, name));
    }

    private static void number(String name, @Nullable BalanceFigure figure) {
        number(name, figure, "0");
    }

    /**
     * A number that every account has.
     *
     * @param figure the figure of the balance that it is unless the fixture says otherwise, null for none
     * @param usual what it is where the balance has no such figure
     */
    private static void number(String name, @Nullable BalanceFigure figure, String usual) {
        Function<Account, BigDecimal> getter = account -> {
            BigDecimal own = keptNumber(account, name);
            String told = figure == null ? usual : account.balance().getOrDefault(figure.word(), usual);
            return own == null ? new BigDecimal(told) : own;
        };
        SHAPE.required(name, Kinds.decimal(), getter);
        FILTERS.add(FilterField.number(name, account -> getter.apply(account).doubleValue()));
    }

    private static String kept(Account account, String name, String usual) {
        return Objects.requireNonNullElse(keptText(account, name), usual);
    }

    /** What the fixture says under a name, null unless it is a text. */
    static @Nullable String keptText(Account account, String name) {
        return kept(account, name, JsonToken.VALUE_STRING);
    }

    private static @Nullable BigDecimal keptNumber(Account account, String name) {
        String whole = kept(account, name, JsonToken.VALUE_NUMBER_INT);
        String number = whole == null ? kept(account, name, JsonToken.VALUE_NUMBER_FLOAT) : whole;
        return number == null ? null : new BigDecimal(number);
    }

    private static @Nullable String kept(Account account, String name, JsonToken type) {
        return KeptFields.scalar(account.kept(), name, type);
    }
}

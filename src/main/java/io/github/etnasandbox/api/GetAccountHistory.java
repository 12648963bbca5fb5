package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.AccountValue;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.security.TradingCalendar;
import io.github.etnasandbox.state.Transition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1.0/accounts/{accountId}/history}: what an account was worth on the days of a span. Those are the days that the
 * account's fixture tells and, when it is a trading day that the fixture does not tell, the world's present one, with what the
 * account is worth now.
 *
 * <p>Source: guide page Get Account's History, by which the service ignores {@code step}. How dates are
 * written is assumed: as a day, or as an instant of which the day counts.
 */
final class GetAccountHistory {
    private static final Shape<AccountValue> SHAPE = Shape.strict("AccountValue");

    static {
        SHAPE.required("Date", Kinds.DATE, AccountValue::date);
        SHAPE.required("Value", Kinds.decimal(), AccountValue::value);
    }

    static final Kind<AccountValue> KIND = Kinds.written(SHAPE);

    private GetAccountHistory() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        Instant first = day(admission, QueryParameter.START_DATE, Instant.MIN);
        Instant last = day(admission, QueryParameter.END_DATE, Instant.MAX);
        Account account = admission.viewedAccount(accountId);
        List<AccountValue> span = values(account, admission.now()).stream()
                .filter(value -> !value.date().isBefore(first) && !value.date().isAfter(last))
                .toList();
        return admission.answer(Answer.ACCOUNT_HISTORY.response("values", json(span)));
    }

    private static List<AccountValue> values(Account account, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Optional<BigDecimal> worth = account.figure(BalanceFigure.EQUITY_TOTAL);
        boolean told = account.history().stream().anyMatch(value -> value.date().equals(today));
        boolean trading = TradingCalendar.isTradingDay(LocalDate.ofInstant(today, ZoneOffset.UTC));
        if (worth.isEmpty() || told || !trading) {
            return account.history();
        }
        List<AccountValue> values = new ArrayList<>(account.history());
        long before =
                values.stream().filter(value -> value.date().isBefore(today)).count();
        values.add((int) before, new AccountValue(today, worth.get()));
        return values;
    }

    /** The midnight of the day that a parameter names; an instant's own day counts. */
    private static Instant day(Admission admission, QueryParameter parameter, Instant absent) {
        String text = admission.query().first(parameter).orElse("");
        if (text.isEmpty()) {
            return absent;
        }
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            LocalDate day = local.length() > "2019-01-14".length()
                    ? LocalDateTime.parse(local).toLocalDate()
                    : LocalDate.parse(local);
            admission.pass(Criterion.QUERY, parameter.word() + " is " + day);
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException noDate) {
            throw ListQuery.invalid(parameter, text, "DateTime", "a date such as 2019-01-14");
        }
    }

    static String json(List<AccountValue> values) {
        return SHAPE.array(values);
    }
}

package io.github.etnasandbox.state;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Fee;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The positions and the transactions of all accounts. Immutable: a change shares what it does not touch.
 *
 * <p>Their ids, and those of fees, come from sequences of their own, which go on behind the highest that is there. So a fill
 * takes as many ids from the world's one sequence as it would without any books, and no order's ids depend on them.
 */
public final class Ledger {
    /** No positions, no transactions. */
    public static final Ledger NONE = new Ledger(ById.empty(), ById.empty(), 0, 0, 0);

    /** By account, then by security. */
    private final ById<ById<Position>> positions;
    /** By account, then by id. */
    private final ById<ById<Transaction>> transactions;

    private final int lastPosition;
    private final int lastTransaction;
    private final int lastFee;

    private Ledger(
            ById<ById<Position>> positions,
            ById<ById<Transaction>> transactions,
            int lastPosition,
            int lastTransaction,
            int lastFee) {
        this.positions = positions;
        this.transactions = transactions;
        this.lastPosition = lastPosition;
        this.lastTransaction = lastTransaction;
        this.lastFee = lastFee;
    }

    /** Adds a position, or puts it in the place of the account's one in the same security. */
    public Ledger with(Position position) {
        int account = position.accountId().value();
        ById<Position> ofAccount = ofAccount(positions, account).plus(position.securityId(), position);
        return new Ledger(
                positions.plus(account, ofAccount),
                transactions,
                Math.max(lastPosition, position.id()),
                lastTransaction,
                lastFee);
    }

    public Ledger with(Transaction transaction) {
        int account = transaction.accountId().value();
        ById<Transaction> ofAccount = ofAccount(transactions, account).plus(transaction.id(), transaction);
        Fee fee = transaction.fee();
        return new Ledger(
                positions,
                transactions.plus(account, ofAccount),
                lastPosition,
                Math.max(lastTransaction, transaction.id()),
                fee == null ? lastFee : Math.max(lastFee, fee.id()));
    }

    public Ledger without(Position position) {
        int account = position.accountId().value();
        ById<Position> rest = ofAccount(positions, account).minus(position.securityId());
        return new Ledger(without(positions, account, rest), transactions, lastPosition, lastTransaction, lastFee);
    }

    public Ledger without(Transaction transaction) {
        int account = transaction.accountId().value();
        ById<Transaction> rest = ofAccount(transactions, account).minus(transaction.id());
        return new Ledger(positions, without(transactions, account, rest), lastPosition, lastTransaction, lastFee);
    }

    /** An account has at least one, or is not there. */
    private static <V> ById<ById<V>> without(ById<ById<V>> all, int account, ById<V> rest) {
        return rest.size() == 0 ? all.minus(account) : all.plus(account, rest);
    }

    /** Returns the same entries with other ids that were given last, be those entries gone. */
    public Ledger withLast(int position, int transaction, int fee) {
        return new Ledger(positions, transactions, position, transaction, fee);
    }

    /** Hands over the positions that are not as they were in another ledger, see {@link ById#forEachDifference}. */
    public void forEachOtherPosition(Ledger before, ById.Difference<? super Position> action) {
        forEachDifference(before.positions, positions, action);
    }

    /** Hands over the transactions that are not as they were in another ledger, likewise. */
    public void forEachOtherTransaction(Ledger before, ById.Difference<? super Transaction> action) {
        forEachDifference(before.transactions, transactions, action);
    }

    private static <V> void forEachDifference(
            ById<ById<V>> before, ById<ById<V>> after, ById.Difference<? super V> action) {
        ById<V> none = ById.empty();
        after.forEachDifference(
                before, (was, is) -> (is == null ? none : is).forEachDifference(was == null ? none : was, action));
    }

    /** The position of an account in a security; null when it never had one. */
    public @Nullable Position position(AccountId account, int securityId) {
        return ofAccount(positions, account.value()).get(securityId);
    }

    /** Lists the positions of an account by ascending id. */
    public List<Position> positions(AccountId account) {
        return byId(ofAccount(positions, account.value()).values());
    }

    /** Lists the positions of all accounts in a security by ascending account. */
    public List<Position> positionsIn(int securityId) {
        List<Position> found = new ArrayList<>();
        positions.forEachValue(ofAccount -> {
            Position position = ofAccount.get(securityId);
            if (position != null) {
                found.add(position);
            }
        });
        return found;
    }

    /** Lists the positions of all accounts by ascending id. */
    public List<Position> positions() {
        List<Position> all = new ArrayList<>();
        positions.forEachValue(ofAccount -> all.addAll(ofAccount.values()));
        return byId(all);
    }

    private static List<Position> byId(List<Position> some) {
        return some.stream().sorted(Comparator.comparing(Position::id)).toList();
    }

    public ById<Transaction> transactions(AccountId account) {
        return ofAccount(transactions, account.value());
    }

    /** Lists the transactions of all accounts by ascending id. */
    public List<Transaction> transactions() {
        List<Transaction> all = new ArrayList<>();
        transactions.forEachValue(ofAccount -> ofAccount.forEachValue(all::add));
        all.sort(Comparator.comparing(Transaction::id));
        return all;
    }

    private static <V> ById<V> ofAccount(ById<ById<V>> all, int account) {
        ById<V> found = all.get(account);
        return found == null ? ById.empty() : found;
    }

    public @Nullable Transaction transaction(AccountId account, int id) {
        return ofAccount(transactions, account.value()).get(id);
    }

    public int lastPositionId() {
        return lastPosition;
    }

    public int lastTransactionId() {
        return lastTransaction;
    }

    public int lastFeeId() {
        return lastFee;
    }

    public int nextPositionId() {
        return next(lastPosition, "positions");
    }

    public int nextTransactionId() {
        return next(lastTransaction, "transactions");
    }

    public int nextFeeId() {
        return next(lastFee, "fees");
    }

    private static int next(int last, String of) {
        if (last >= Integer.MAX_VALUE - 1) {
            throw new IdsUsedUpException(of, last);
        }
        return last + 1;
    }

    /** Two are the same with the same entries: the next ids follow from those. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ledger that
                && positions.equals(that.positions)
                && transactions.equals(that.transactions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(positions, transactions);
    }
}

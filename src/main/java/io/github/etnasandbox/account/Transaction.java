package io.github.etnasandbox.account;

import io.github.etnasandbox.json.KeptFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry in an account's books. Immutable, and never changed once it is booked.
 *
 * <p>Source: guide page Get Transactions.
 *
 * @param id int32 id of the transaction
 * @param accountId the account whose it is
 * @param type what it is of
 * @param securityId int32 id of the security it is about; -1 for none
 * @param orderStateId the state of the order that it comes from, as orders show it in {@code StateId}; 0 for none
 * @param date when it was booked
 * @param value by how much it changes the cash, in the account's currency; below 0 for what is paid
 * @param quantity of an execution: by how much it changes the position, below 0 for a sale; 0 for the others
 * @param leavesQuantity of an execution: what was open of the order until then; 0 for the others
 * @param fee the fee it shows; absent for none
 * @param dayTrade whether it closed what was opened on the same trading day
 * @param description what a person wrote; absent for nothing
 * @param kept fields that the sandbox does not interpret: each name with its value as compact JSON text, in the order in which
 *     they were read; unmodifiable
 */
public record Transaction(
        int id,
        AccountId accountId,
        TransactionType type,
        int securityId,
        int orderStateId,
        Instant date,
        BigDecimal value,
        BigDecimal quantity,
        BigDecimal leavesQuantity,
        @Nullable Fee fee,
        boolean dayTrade,
        @Nullable String description,
        Map<String, String> kept) {

    /** Copies the map, keeping its order. */
    public Transaction {
        kept = KeptFields.copyOf(kept);
    }
}

package io.github.etnasandbox.filter;

import io.github.etnasandbox.order.OrderCondition;
import io.github.etnasandbox.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What orders a list is to hold. Every filter is a value.
 *
 * <p>Source: guide page Get Filtered Orders.
 */
public sealed interface OrderFilter extends OrderCondition {
    /** Lets every order through. */
    OrderFilter ALL = new And(List.of());

    /**
     * Reads a filter. Keywords and names are taken in any letter case.
     *
     * @throws FilterException when it is wrong, or more than the documented language
     */
    static OrderFilter parse(String text) {
        return text.isBlank() ? ALL : new Parser(text).filter();
    }

    private static int compare(long second, int nano, Instant instant) {
        int bySecond = Long.compare(second, instant.getEpochSecond());
        return bySecond != 0 ? bySecond : Integer.compare(nano, instant.getNano());
    }

    /** What all its parts let through. */
    record And(List<OrderFilter> parts) implements OrderFilter {
        /** Copies the parts. */
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(long createSecond, int createNano, int securityId, OrderStatus status) {
            for (OrderFilter part : parts) {
                if (!part.holds(createSecond, createNano, securityId, status)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Orders placed after an instant.
     *
     * @param orThen whether an order placed at that very instant is one of them
     */
    record CreatedAfter(Instant instant, boolean orThen) implements OrderFilter {
        @Override
        public boolean holds(long createSecond, int createNano, int securityId, OrderStatus status) {
            int difference = compare(createSecond, createNano, instant);
            return difference > 0 || (orThen && difference == 0);
        }
    }

    /**
     * Orders placed before an instant.
     *
     * @param orThen whether an order placed at that very instant is one of them
     */
    record CreatedBefore(Instant instant, boolean orThen) implements OrderFilter {
        @Override
        public boolean holds(long createSecond, int createNano, int securityId, OrderStatus status) {
            int difference = compare(createSecond, createNano, instant);
            return difference < 0 || (orThen && difference == 0);
        }
    }

    /**
     * Orders of one security.
     *
     * @param securityId int32 id of the security
     */
    record OfSecurity(int securityId) implements OrderFilter {
        @Override
        public boolean holds(long createSecond, int createNano, int securityId, OrderStatus status) {
            return securityId == this.securityId;
        }
    }

    /** Orders in one of some states. */
    record InStatus(Set<OrderStatus> statuses) implements OrderFilter {
        /** Copies the states. */
        public InStatus {
            statuses = Set.copyOf(statuses);
        }

        @Override
        public boolean holds(long createSecond, int createNano, int securityId, OrderStatus status) {
            return statuses.contains(status);
        }
    }
}

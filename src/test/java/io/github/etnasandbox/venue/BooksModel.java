package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Position;
import java.util.HashMap;
import java.util.Map;

/** What fills make of an account, told a second time as textbooks do: a quantity, its average price, and plain doubles. */
final class BooksModel {
    static final double COMMISSION = 3.75;

    /** What is held of one security. */
    static final class Holding {
        double quantity;
        double price;
        double realized;
        boolean shortOnce;
        boolean reversedOnce;

        private void fill(double bought, double at, int size) {
            boolean against = quantity * bought < 0;
            double closed = against ? Math.min(Math.abs(bought), Math.abs(quantity)) : 0;
            realized += closed * Math.signum(quantity) * (at - price) * size;
            double after = tidy(quantity + bought);
            if (!against) {
                price = (quantity * price + bought * at) / after;
            } else if (after * quantity < 0) {
                price = at;
                reversedOnce = true;
            }
            quantity = after;
            shortOnce |= after < 0;
        }

        double cost(int size) {
            return quantity * price * size;
        }

        private static double tidy(double number) {
            return Math.round(number * 1e6) / 1e6;
        }
    }

    final Map<Integer, Holding> holdings = new HashMap<>();
    double cash;
    int fills;

    void hold(Position position) {
        Holding holding = new Holding();
        holding.quantity = position.quantity().doubleValue();
        holding.price = position.averageOpenPrice().doubleValue();
        holdings.put(position.securityId(), holding);
    }

    void fill(int security, double bought, double at, int size) {
        holdings.computeIfAbsent(security, first -> new Holding()).fill(bought, at, size);
        cash -= bought * at * size + COMMISSION;
        fills++;
    }
}

package io.github.etnasandbox.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What quotes do to single orders of one security, told a second time and as simply as can be: without records, ids, groups and
 * money. Prices are whole ten-thousandths, quantities whole.
 */
final class QuotesModel {
    static final long ANY = Long.MAX_VALUE;

    long bid;
    long ask;
    long last;
    long bidSize = ANY;
    long askSize = ANY;
    final List<Line> lines = new ArrayList<>(); // by id

    /** One order. */
    static final class Line {
        boolean buys;
        boolean waitsForStop;
        boolean limited; // if only once it is triggered
        boolean triggered;
        long limit;
        long stop;
        long trail; // 0 for none
        boolean percent;
        long beyond; // a trailing limit's distance, 0 for none
        long open;
        long executed;
        long turnover;

        private boolean isMarket() {
            return !waitsForStop && !limited;
        }
    }

    void place(Line line) {
        lines.add(line);
        trigger(line);
        fill(line);
    }

    void quote(long newBid, long newAsk, long newLast, long newBidSize, long newAskSize) {
        bid = newBid;
        ask = newAsk;
        last = newLast;
        bidSize = newBidSize;
        askSize = newAskSize;
        lines.forEach(this::trigger);
        List<Line> first = new ArrayList<>(lines);
        first.sort(Comparator.comparing((Line line) -> line.isMarket() ? 0 : 1)
                .thenComparing(line -> line.isMarket() ? 0 : line.buys ? -line.limit : line.limit));
        first.forEach(this::fill);
    }

    private void trigger(Line line) {
        if (line.open == 0 || !line.waitsForStop) {
            return;
        }
        if (line.trail > 0) {
            long next;
            if (line.percent) {
                long hundredfold = line.buys ? last * (100 + line.trail) : last * (100 - line.trail);
                next = line.buys ? -Math.floorDiv(-hundredfold, 100L) : Math.floorDiv(hundredfold, 100L);
            } else {
                next = line.buys ? last + line.trail : last - line.trail;
            }
            if (line.stop == 0 || (line.buys ? next < line.stop : next > line.stop)) {
                line.stop = next;
                line.limit = line.beyond == 0 ? line.limit : line.buys ? next + line.beyond : next - line.beyond;
            }
        }
        if (line.buys ? last >= line.stop : last <= line.stop) {
            line.waitsForStop = false;
            line.triggered = true;
            line.limit = line.limited && line.limit == 0 ? line.stop : line.limit;
        }
    }

    private void fill(Line line) {
        long price = line.buys ? ask : bid;
        boolean met = !line.limited || (line.buys ? price <= line.limit : price >= line.limit);
        if (line.waitsForStop || !met) {
            return;
        }
        long size = line.buys ? askSize : bidSize;
        long quantity = Math.min(line.open, size);
        line.open -= quantity;
        line.executed += quantity;
        line.turnover += quantity * price;
        if (size != ANY && line.buys) {
            askSize -= quantity;
        } else if (size != ANY) {
            bidSize -= quantity;
        }
    }
}

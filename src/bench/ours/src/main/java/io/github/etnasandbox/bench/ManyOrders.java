package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;

/** Large seeds, made in memory from the documented one: its order 73552 again and again under new ids. */
final class ManyOrders {
    private ManyOrders() {}

    static Seed seed(int count) {
        Seed documented = Fixtures.named("docs").load();
        State state = documented.state();
        Order model = state.order(new OrderId(CancelRequest.DOCUMENTED_ORDER)).orElseThrow();
        Orders orders = Orders.none();
        for (int id = CancelRequest.FIRST_OF_MANY; id < CancelRequest.FIRST_OF_MANY + count; id++) {
            orders = orders.plus(copy(model, id));
        }
        State large = new State(
                state.clock(),
                state.nextId(),
                state.appKeys(),
                state.users(),
                state.accounts(),
                state.securities(),
                state.tokens(),
                orders,
                state.venue());
        return new Seed(large, documented.source());
    }

    private static Order copy(Order order, int id) {
        return new Order(
                new OrderId(id),
                order.accountId(),
                order.userId(),
                Integer.toString(id),
                order.terms(),
                order.execution(),
                order.progress(),
                order.legs(),
                order.earlier(),
                order.cancelOutcome(),
                order.kept());
    }
}

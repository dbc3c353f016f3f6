package io.shiporskip.query.projecting.rebuild;

/** An operator wants the rebuild to pause, or to end. */
final class OrderedException extends Exception {

    private final RebuildOrder order;

    OrderedException(RebuildOrder order) {
        super("ordered to " + order);
        this.order = order;
    }

    RebuildOrder order() {
        return order;
    }
}

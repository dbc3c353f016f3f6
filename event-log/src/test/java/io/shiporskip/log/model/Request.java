package io.shiporskip.log.model;

/**
 * One send of a block, on its way.
 *
 * @param awaited whether its writer still waits for the answer
 * @param inserted whether a server has taken it, and its answer waits for the majority
 */
record Request(PlacedBlock block, boolean awaited, boolean inserted) {

    Request taken() {
        return new Request(block, awaited, true);
    }

    Request forgotten() {
        return new Request(block, false, inserted);
    }
}

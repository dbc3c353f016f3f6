package io.shiporskip.standalone.rebuild;

/** Says to whoever stops watching a rebuild, with Ctrl-C, that it goes on, and how to end it. */
final class GoesOn implements AutoCloseable {

    private final Thread said;

    /** @param location of the rebuild, which ends in its id */
    GoesOn(String location) {
        String id = location.substring(location.lastIndexOf('/') + 1);
        said = new Thread(() -> System.err.println(System.lineSeparator() + "Rebuild " + id
                + " is not over: the server that runs, or else the next one that starts on this data, goes on with it."
                + " To see it: ship-or-skip projections; to end it: ship-or-skip projections cancel " + id));
        Runtime.getRuntime().addShutdownHook(said);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(said);
        } catch (IllegalStateException stopping) {
            // then it is being said
        }
    }
}

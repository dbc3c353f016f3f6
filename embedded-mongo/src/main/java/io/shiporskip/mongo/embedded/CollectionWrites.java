package io.shiporskip.mongo.embedded;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The writes to one collection: one at a time, so that the journal has them in the order in which they were made. */
final class CollectionWrites {

    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean writing;
    private volatile Group last = Group.done();

    /**
     * Runs a write when it is its turn.
     *
     * @param write makes its changes and says in which group they are
     */
    Group inTurn(Supplier<Group> write) {
        turn.lock();
        try {
            writing = true;
            last = write.get();
            return last;
        } finally {
            writing = false;
            turn.unlock();
        }
    }

    /** To be told by a write whose turn it is and that does not end well. */
    void endedIn(Group group) {
        last = group;
    }

    /** To be asked by a write whose turn it is: the group of the write before it. */
    Group before() {
        return last;
    }

    /** The group after which all is on disk that a read may have seen that has just been made; waits for a write under way. */
    Group last() {
        if (writing) {
            turn.lock();
            try {
                return last;
            } finally {
                turn.unlock();
            }
        }
        return last;
    }
}

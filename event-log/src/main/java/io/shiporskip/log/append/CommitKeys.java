package io.shiporskip.log.append;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The keys that commits claim, each of which the log holds once: event ids, and places in streams. */
final class CommitKeys {

    private record Place(String aggregate, long sequence) {}

    private final Set<String> ids = new HashSet<>();
    private final Set<Place> places = new HashSet<>();

    /** @return whether none of the commit's keys was here already; they are now */
    boolean add(Commit commit) {
        boolean all = true;
        for (NewEvent event : commit.events()) {
            all &= add(event);
        }
        return all;
    }

    private boolean add(NewEvent event) {
        boolean id = ids.add(event.id());
        boolean place = places.add(new Place(event.aggregate(), event.sequence()));
        return id && place;
    }

    void addId(String id) {
        ids.add(id);
    }

    void addPlace(String aggregate, long sequence) {
        places.add(new Place(aggregate, sequence));
    }

    /** Whether its id or its place is here. */
    boolean holds(NewEvent event) {
        return ids.contains(event.id()) || places.contains(new Place(event.aggregate(), event.sequence()));
    }

    /** The first event of the commit, from 0, that claims what an earlier one of the same commit has claimed. */
    static OptionalInt firstRivalWithin(Commit commit) {
        List<NewEvent> events = commit.events();
        if (events.size() == 1) {
            return OptionalInt.empty();
        }
        CommitKeys keys = new CommitKeys();
        for (int i = 0; i < events.size(); i++) {
            if (!keys.add(events.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}

package io.shiporskip.log.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the log promises, in every world and at any time. */
enum Promise {
    POSITIONS_ARE_CONTIGUOUS("a hole, or two events at one position") {
        @Override
        Optional<String> brokenIn(World world) {
            int next = 1;
            for (PlacedBlock block : world.server().committed()) {
                if (block.position() != next) {
                    return Optional.of("position " + next + " is followed by " + block);
                }
                next = block.lastPosition() + 1;
            }
            return Optional.empty();
        }
    },
    THE_CHAIN_IS_WHOLE("a block chained to another than the one before it") {
        @Override
        Optional<String> brokenIn(World world) {
            int previous = 0;
            for (PlacedBlock block : world.server().committed()) {
                if (block.previous() != previous) {
                    return Optional.of(block + " was chained to another block than the one before it");
                }
                previous = block.uid();
            }
            return Optional.empty();
        }
    },
    A_PLACE_IS_HELD_ONCE("a sequence of a stream twice") {
        @Override
        Optional<String> brokenIn(World world) {
            Set<Integer> places = new HashSet<>();
            return standing(world).stream()
                    .filter(commit -> !commit.places().stream().allMatch(places::add))
                    .findFirst()
                    .map(commit -> "a place of commit " + commit.id() + " is held twice");
        }
    },
    A_COMMAND_COUNTS_ONCE("a double") {
        @Override
        Optional<String> brokenIn(World world) {
            Set<Integer> commands = new HashSet<>();
            return standing(world).stream()
                    .filter(commit -> !commands.add(commit.command()))
                    .findFirst()
                    .map(commit -> "command " + commit.command() + " stands twice");
        }
    },
    REFUSED_NEVER_STANDS("what was refused, failed or withdrawn stands") {
        @Override
        Optional<String> brokenIn(World world) {
            return standing(world).stream()
                    .filter(commit -> switch (world.told(commit)) {
                        case REFUSED, FAILED, BUSY -> true;
                        case QUEUED, SENT, DONE, UNANSWERED -> false;
                    })
                    .findFirst()
                    .map(commit -> "commit " + commit.id() + " was told " + world.told(commit) + ", and stands");
        }
    },
    DONE_STANDS("acknowledged, and not in the log for good at that position") {
        @Override
        Optional<String> brokenIn(World world) {
            return done(world).stream()
                    .filter(commit -> world.told().get(commit.id()).position() != positionOf(world, commit))
                    .findFirst()
                    .map(commit -> "commit " + commit.id() + " was told done, and does not stand there for good");
        }
    },
    DONE_IS_NEVER_LOST("an acknowledged commit lost") {
        @Override
        Optional<String> brokenIn(World world) {
            return done(world).stream()
                    .filter(commit -> !world.server().holds(commit)
                            && world.network().stream()
                                    .noneMatch(
                                            request -> request.block().commits().contains(commit)))
                    .findFirst()
                    .map(commit -> "commit " + commit.id() + " was told done, and is nowhere");
        }
    };

    private final String otherwise;

    Promise(String otherwise) {
        this.otherwise = otherwise;
    }

    /** What it is when this is broken. */
    String otherwise() {
        return otherwise;
    }

    /** @return what is wrong; empty when the promise holds */
    abstract Optional<String> brokenIn(World world);

    private static List<PlannedCommit> standing(World world) {
        return world.server().committed().stream()
                .flatMap(block -> block.commits().stream())
                .toList();
    }

    private static List<PlannedCommit> done(World world) {
        return world.commits().stream()
                .filter(commit -> world.told(commit) == Told.DONE)
                .toList();
    }

    private static int positionOf(World world, PlannedCommit commit) {
        for (PlacedBlock block : world.server().committed()) {
            int position = block.position() - 1;
            for (PlannedCommit other : block.commits()) {
                position += other.places().size();
                if (other.equals(commit)) {
                    return position;
                }
            }
        }
        return 0;
    }
}

package io.shiporskip.mongo.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    private String name;
    private Path first;
    private Path second;

    @BeforeEach
    void name() {
        name = folder.resolve("journal").toString();
        first = Path.of(name + "-1");
        second = Path.of(name + "-2");
    }

    /** What a journal says, a text for each change. */
    private static final class Told implements MapChanges {
        private final List<String> all = new ArrayList<>();

        @Override
        public void put(int map, byte[] key, byte[] value) {
            all.add(map + " " + Arrays.toString(key) + " " + Arrays.toString(value));
        }

        @Override
        public void remove(int map, byte[] key) {
            all.add(map + " " + Arrays.toString(key));
        }
    }

    private List<String> told(long version) throws IOException {
        Told told = new Told();
        try (Journal journal = Journal.open(name)) {
            journal.replay(version, told);
        }
        return told.all;
    }

    /** Changes of all sizes, and what they are told as. */
    private static Changes changes(Random random, Told same) {
        Changes changes = new Changes();
        IntStream.range(0, random.nextInt(4)).forEach(ignored -> {
            int map = random.nextInt(100_000);
            byte[] key = new byte[random.nextInt(300)];
            byte[] value = new byte[random.nextInt(40_000)];
            random.nextBytes(key);
            random.nextBytes(value);
            for (MapChanges each : List.of(changes, same)) {
                if (value.length % 3 == 0) {
                    each.remove(map, key);
                } else {
                    each.put(map, key, value);
                }
            }
        });
        return changes;
    }

    @Test
    void whatWasWrittenSinceAVersionIsToldAgainInOrder() throws IOException {
        Random random = new Random(1);
        Told before = new Told();
        Told since = new Told();
        try (Journal journal = Journal.open(name)) {
            journal.begin(3);
            journal.write(List.of(changes(random, before), changes(random, before)));
            journal.write(List.of(changes(random, before)));
            journal.begin(7);
            for (int i = 0; i < 30; i++) {
                journal.write(List.of(changes(random, since), changes(random, since)));
            }
            assertThat(journal.end()).isEqualTo(new JournalEnd(7, Files.size(first)));
        }

        assertThat(told(7)).isEqualTo(since.all);
        assertThat(told(8)).isEmpty();
        assertThat(told(3))
                .isEqualTo(
                        Stream.concat(before.all.stream(), since.all.stream()).toList());
    }

    @Test
    void aFileThatBeginsAnewForgetsWhatStoodInItThoughItIsStillThere() throws IOException {
        Random random = new Random(2);
        Told last = new Told();
        try (Journal journal = Journal.open(name)) {
            for (int version = 0; version < 9; version++) {
                journal.begin(version);
                for (int i = 0; i < 9 - version; i++) {
                    journal.write(List.of(changes(random, new Told()), changes(random, new Told())));
                }
            }
            journal.begin(9);
            journal.write(List.of(changes(random, last)));
            assertThat(journal.end().length()).isLessThan(Math.min(Files.size(first), Files.size(second)));
        }

        assertThat(told(9)).isEqualTo(last.all);
    }

    @Test
    void ofAnEndThatTheDiskLostAnyPartOfEachGroupIsWholeOrNotThere() throws IOException {
        Random random = new Random(3);
        Told told = new Told();
        List<Integer> toldAfter = new ArrayList<>(List.of(0));
        List<Long> ends = new ArrayList<>(List.of(0L));
        try (Journal journal = Journal.open(name)) {
            journal.begin(1);
            for (int i = 0; i < 4; i++) {
                journal.write(List.of(changes(random, told)));
                toldAfter.add(told.all.size());
                ends.add(journal.end().length());
            }
        }
        Path file = written();
        byte[] whole = Files.readAllBytes(file);

        for (int cut = 0; cut <= whole.length; cut += 1 + random.nextInt(200)) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, cut, torn.length, (byte) 0);
            Files.write(file, random.nextBoolean() ? torn : Arrays.copyOf(torn, cut));
            int groups = 0;
            while (groups < 4 && ends.get(groups + 1) <= cut) {
                groups++;
            }
            assertThat(told(1)).as("cut at %d", cut).isEqualTo(told.all.subList(0, toldAfter.get(groups)));
        }
    }

    @Test
    void damageBeforeAWholeGroupIsNoEnd() throws IOException {
        try (Journal journal = Journal.open(name)) {
            journal.begin(1);
            journal.write(List.of(put(1), put(2)));
            journal.write(List.of(put(3)));
        }
        Path file = written();
        flip(file, 35);

        assertThatThrownBy(() -> told(1))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("at byte 0");
    }

    @Test
    void anEndBeforeTheMarkIsDamage() throws IOException {
        JournalEnd marked;
        try (Journal journal = Journal.open(name)) {
            journal.begin(1);
            journal.write(List.of(put(1)));
            journal.write(List.of(put(2)));
            marked = journal.end();
        }
        Path file = written();

        Journal.check(name, 1, marked);
        flip(file, marked.length() - 1);
        byte[] damaged = Files.readAllBytes(file);

        assertThatThrownBy(() -> Journal.check(name, 1, marked))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("but reached " + marked.length());
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        Files.delete(file);
        assertThatThrownBy(() -> Journal.check(name, 1, marked)).hasMessageContaining(file + " is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsNeededNoMoreMayBeWrittenOver() throws IOException {
        JournalEnd marked;
        try (Journal journal = Journal.open(name)) {
            journal.begin(1);
            journal.write(List.of(put(1)));
            marked = journal.end();
            journal.begin(2);
            journal.write(List.of(put(2)));
            journal.begin(3);
            journal.write(List.of());
        }

        Journal.check(name, 2, marked);
        Journal.check(name, 3, marked);
        assertThatThrownBy(() -> Journal.check(name, 1, marked))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("neither follows version 1");
    }

    @Test
    void aStoreThatHasNeverHadAJournalNeedsNone() throws IOException {
        Journal.check(name, 5, JournalEnd.NONE);

        assertThat(first).doesNotExist();
        assertThat(told(5)).isEmpty();
    }

    /** The one of the files that a journal of one beginning has been written to. */
    private Path written() throws IOException {
        return Files.size(first) > 0 ? first : second;
    }

    private static Changes put(int map) {
        Changes changes = new Changes();
        changes.put(map, new byte[] {1, 2, 3}, new byte[20]);
        return changes;
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.write(file, bytes);
    }
}

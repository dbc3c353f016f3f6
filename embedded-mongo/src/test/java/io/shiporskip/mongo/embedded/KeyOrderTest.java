package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyOrderTest {

    @Property
    void keysAreOrderedAsTheirValuesAre(@ForAll("values") Object one, @ForAll("values") Object other) {
        int keys = new Key(KeyWriter.encode(one)).compareTo(new Key(KeyWriter.encode(other)));
        assertThat(Integer.signum(keys))
                .isEqualTo(Integer.signum(ValueComparator.asc().compare(one, other)));
    }

    @Property
    void wholeNumbersAreExactAndInOneOrderWithAllOthers(@ForAll long one, @ForAll long other, @ForAll double third) {
        assertThat(Integer.signum(new Key(KeyWriter.encode(one)).compareTo(new Key(KeyWriter.encode(other)))))
                .isEqualTo(Long.compare(one, other));
        assertThat(Integer.signum(new Key(KeyWriter.encode((double) (int) one))
                        .compareTo(new Key(KeyWriter.encode((int) other)))))
                .isEqualTo(Integer.compare((int) one, (int) other));
        assertThat(Integer.signum(
                        new Key(KeyWriter.encode(third)).compareTo(new Key(KeyWriter.encode((double) other)))))
                .isEqualTo(Double.compare(third + 0.0, (double) other));
    }

    /** So that values can stand one after the other: what follows can never change which comes first. */
    @Property
    void noKeyBeginsAnother(@ForAll("values") Object one, @ForAll("values") Object other) {
        Key first = new Key(KeyWriter.encode(one));
        Key second = new Key(KeyWriter.encode(other));
        if (!first.equals(second)) {
            assertThat(KeyRange.startingWith(first).from().compareTo(second) <= 0
                            && second.compareTo(KeyRange.startingWith(first).to()) < 0)
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.integers().between(-5, 5).map(Object.class::cast),
                Arbitraries.doubles().between(-10, 10).map(Object.class::cast),
                Arbitraries.strings().ascii().ofMaxLength(4).map(Object.class::cast),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(-1000, 1000).map(Instant::ofEpochMilli),
                Arbitraries.bytes().array(byte[].class).ofSize(12).map(ObjectId::new),
                Arbitraries.of(MinKey.getInstance(), MaxKey.getInstance()));
    }
}

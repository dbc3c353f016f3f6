package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is read of a document's bytes alone is what all of it would have said. */
class WantedFieldsTest {

    private static final List<String> NAMES = List.of("a", "b", "ab", "\u00fc", "_id");
    private static final int DEPTH = 4;

    @Property
    void anIndexFindsTheSameInTheFieldsItLooksAt(@ForAll long seed) {
        Random random = new Random(seed);
        Document document = document(random, DEPTH);
        List<String> paths = List.of(path(random), path(random));

        Document wanted = WantedFields.onPaths(paths).of(DocumentBytes.encode(document));

        for (List<String> some : List.of(paths.subList(0, 1), paths.subList(1, 2), paths)) {
            assertThat(rows(some, wanted)).as("%s in %s", some, document).isEqualTo(rows(some, document));
        }
    }

    @Property
    void wholeFieldsAreReadWhole(@ForAll long seed) {
        Random random = new Random(seed);
        Document document = document(random, DEPTH);
        String name = NAMES.get(random.nextInt(NAMES.size()));

        Document wanted = WantedFields.askedBy(new Document(name, 1)).of(DocumentBytes.encode(document));

        assertThat(wanted)
                .isEqualTo(document.containsKey(name) ? new Document(name, document.get(name)) : new Document());
    }

    @Test
    void aQueryOfOperatorsIsAskedOfAllOfADocument() {
        Document document = new Document("a", 1).append("b", 2);
        Document query = new Document("$or", List.of(new Document("a", 1), new Document("b", 1)));

        assertThat(WantedFields.askedBy(query).of(DocumentBytes.encode(document)))
                .isEqualTo(document);
    }

    /** None where paths cross different arrays, which no index can. */
    private static List<List<Object>> rows(List<String> paths, Document document) {
        try {
            return new IndexedPaths(paths)
                    .rows(document).stream().map(Arrays::asList).toList();
        } catch (CannotIndexParallelArraysError parallel) {
            return List.of();
        }
    }

    private static String path(Random random) {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            names.add(NAMES.get(random.nextInt(NAMES.size())));
        }
        return String.join(".", names) + (random.nextInt(20) == 0 ? "." : "");
    }

    private static Document document(Random random, int depth) {
        Document document = new Document();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                document.put(name, value(random, depth - 1));
            }
        }
        return document;
    }

    private static Object value(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> random.nextInt(10);
            case 1 -> "text " + random.nextInt(10);
            case 2 -> document(random, depth);
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }
}

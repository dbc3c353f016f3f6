package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paths of an index (`events.aggregate`, `events.sequence`) and what a document holds there: one row of values, or,
 * where a path crosses an array, one row for each of its elements. Paths that cross the same array cross it together.
 */
final class IndexedPaths {

    private final List<List<String>> paths;

    IndexedPaths(List<String> paths) {
        this.paths = paths.stream().map(path -> List.of(path.split("\\."))).toList();
    }

    /**
     * What the document holds there.
     *
     * @throws CannotIndexParallelArraysError when two paths cross different arrays
     */
    List<Object[]> rows(Document document) {
        List<Object[]> rows = new ArrayList<>();
        Step[] steps = new Step[paths.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = new Step(document, paths.get(i), true).intoDocuments();
        }
        expand(steps, rows);
        return rows;
    }

    /** Tells whether any of the paths crosses an array in this document, so that its rows come from several elements */
    boolean crossArray(Document document) {
        return paths.stream()
                .anyMatch(path -> new Step(document, path, true).intoDocuments().array() != null);
    }

    @SuppressWarnings("ReferenceEquality") // the same array, not an equal one, is crossed once
    private static void expand(Step[] steps, List<Object[]> rows) {
        Collection<?> array = null;
        for (Step step : steps) {
            Collection<?> crossed = step.array();
            if (crossed != null && array != null && crossed != array) {
                throw new CannotIndexParallelArraysError(Arrays.stream(steps)
                        .map(each -> String.join(".", each.rest()))
                        .toList());
            }
            array = crossed != null ? crossed : array;
        }
        if (array == null) {
            rows.add(Arrays.stream(steps).map(Step::value).toArray());
            return;
        }
        for (Object element : array.isEmpty() ? List.of(Missing.getInstance()) : array) {
            Step[] next = new Step[steps.length];
            for (int i = 0; i < steps.length; i++) {
                next[i] = steps[i].array() == null ? steps[i] : steps[i].into(element);
            }
            expand(next, rows);
        }
    }

    /** How far a path has been walked: where it stands, what is left, and whether an array found here is crossed. */
    private record Step(@Nullable Object at, List<String> rest, boolean crosses) {

        Step intoDocuments() {
            Step step = this;
            while (!step.rest.isEmpty() && step.at instanceof Document document) {
                step = new Step(
                        document.getOrMissing(step.rest.getFirst()), step.rest.subList(1, step.rest.size()), true);
            }
            return step;
        }

        /** An array directly inside an array is a value; it is not crossed. */
        Step into(@Nullable Object element) {
            return new Step(element, rest, false).intoDocuments();
        }

        @Nullable Collection<?> array() {
            return crosses && at instanceof Collection<?> list ? list : null;
        }

        @Nullable Object value() {
            return rest.isEmpty() ? at : Missing.getInstance();
        }
    }
}

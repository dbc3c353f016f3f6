package io.shiporskip.mongo.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that stand in one document, each once; in an array the numbers from 0 on. */
final class FieldNames {

    /** As many are compared with each other one by one. */
    private static final int FEW = 32;

    private final ByteBuf in;
    private final boolean array;
    private int[] starts = new int[8];
    private int[] lengths = new int[8];
    private int count;
    private @Nullable Set<String> many;

    FieldNames(ByteBuf in, boolean array) {
        this.in = in;
        this.array = array;
    }

    /** @throws IllegalArgumentException when it stands there already, or is not the array's next number */
    void add(int start, int length) {
        boolean fits = array ? isNumber(start, length, count) : isNew(start, length);
        if (!fits) {
            throw new IllegalArgumentException("a field '" + text(start, length) + "' where none of this name belongs");
        }
        count++;
    }

    private boolean isNumber(int start, int length, int number) {
        int rest = number;
        for (int at = start + length - 1; at >= start; at--) {
            if (in.getByte(at) != '0' + rest % 10 || (at > start && rest < 10)) {
                return false;
            }
            rest /= 10;
        }
        return rest == 0 && length > 0;
    }

    private boolean isNew(int start, int length) {
        if (count >= FEW) {
            return all().add(text(start, length));
        }
        for (int i = 0; i < count; i++) {
            if (lengths[i] == length && ByteBufUtil.equals(in, starts[i], in, start, length)) {
                return false;
            }
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, FEW);
            lengths = Arrays.copyOf(lengths, FEW);
        }
        starts[count] = start;
        lengths[count] = length;
        return true;
    }

    private Set<String> all() {
        Set<String> known = many;
        if (known == null) {
            known = new HashSet<>();
            for (int i = 0; i < count; i++) {
                known.add(text(starts[i], lengths[i]));
            }
            many = known;
        }
        return known;
    }

    private String text(int start, int length) {
        return in.toString(start, length, StandardCharsets.UTF_8);
    }
}

package io.shiporskip.command.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText} on the text as it will be kept. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private int max;
    private boolean lines;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        String kept = Texts.tidy(text);
        int length = kept.codePointCount(0, kept.length());
        if (length < 1 || length > max) {
            return refuse(context, "must have 1 to " + max + " characters, not " + length);
        }
        OptionalInt bad = kept.codePoints().filter(this::isUnwanted).findFirst();
        return bad.isEmpty() || refuse(context, String.format("must not hold the character U+%04X", bad.getAsInt()));
    }

    private boolean isUnwanted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> !(lines && codePoint == '\n');
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> isTurnOfDirection(codePoint);
            default -> false;
        };
    }

    /** Those that reorder what stands around them on a page; joiners that scripts and emoji need are kept. */
    private static boolean isTurnOfDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean refuse(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }
}

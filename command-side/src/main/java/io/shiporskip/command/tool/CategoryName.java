package io.shiporskip.command.tool;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A category's name that an address can be made of: it has a letter or digit, no word {@code vs}, and is not "all". */
@Documented
@Constraint(validatedBy = CategoryName.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface CategoryName {

    String message() default "must have letters or digits to make an address of, no word 'vs', and not be 'all'";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it by making the address. */
    final class Validator implements ConstraintValidator<CategoryName, String> {
        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || Categories.hasAddress(name);
        }
    }
}

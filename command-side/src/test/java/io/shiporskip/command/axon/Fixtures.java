package io.shiporskip.command.axon;

import io.shiporskip.command.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Axon's given-when-then fixtures, set up as the command side sets Axon up. */
public final class Fixtures {

    private Fixtures() {}

    public static <T> FixtureConfiguration<T> of(Class<T> aggregate) {
        return new AggregateTestFixture<>(aggregate).registerCommandTargetResolver(new StreamTargetResolver());
    }

    /** Matches a refusal for exactly this reason. */
    public static Matcher<?> refusal(Refusal.Reason reason) {
        return new CustomTypeSafeMatcher<Refusal>("a refusal: " + reason) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.reason() == reason;
            }
        };
    }
}

package io.shiporskip.query.sample;

import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The community's tally as another version of the program might have it. */
public class AlteredCommunity implements Projection<Tally> {

    private final CommunityProjection right = new CommunityProjection();

    @Override
    public String name() {
        return right.name();
    }

    @Override
    public int revision() {
        return right.revision();
    }

    @Override
    public Class<Tally> form() {
        return right.form();
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return right.touches(event);
    }

    @Override
    public Tally fold(@Nullable Tally before, RecordedEvent event) {
        return right.fold(before, event);
    }

    @Override
    public boolean checkpointed() {
        return right.checkpointed();
    }

    /** All projections, with this one for the community's. */
    public List<Projection<?>> amongAll() {
        var all = new ArrayList<>(AllProjections.LIST);
        all.replaceAll(projection -> projection.name().equals(name()) ? this : projection);
        return List.copyOf(all);
    }

    /** With a mistake in it: a changed vote counts, and the old one is never taken off. */
    public static AlteredCommunity countingChangesTwice() {
        return new AlteredCommunity() {
            @Override
            public Tally fold(@Nullable Tally before, RecordedEvent event) {
                if (event.payload() instanceof CommunityVoteChanged change) {
                    return (before == null ? Tally.NONE : before)
                            .after(new CommunityVoteChanged(
                                    change.tool(),
                                    change.voter(),
                                    change.choice(),
                                    Counted.NONE,
                                    change.countedAfter(),
                                    null));
                }
                return super.fold(before, event);
            }
        };
    }

    /** As the next version of the program has it. */
    public static AlteredCommunity ofTheNextRevision() {
        return new AlteredCommunity() {
            @Override
            public int revision() {
                return super.revision() + 1;
            }
        };
    }

    /** One whose program is broken in a way that shows at a position. */
    public static AlteredCommunity breakingAt(long position) {
        return new AlteredCommunity() {
            @Override
            public Tally fold(@Nullable Tally before, RecordedEvent event) {
                if (event.position() == position) {
                    throw new NoClassDefFoundError("on purpose");
                }
                return super.fold(before, event);
            }
        };
    }

    /** One that cannot tell which documents the event at a position concerns. */
    public static AlteredCommunity unableToRead(long position) {
        return new AlteredCommunity() {
            @Override
            public Set<String> touches(RecordedEvent event) {
                if (event.position() == position) {
                    throw new IllegalStateException("on purpose");
                }
                return super.touches(event);
            }
        };
    }

    /** One that cannot take in the event at a position. */
    public static AlteredCommunity failingAt(long position) {
        return new AlteredCommunity() {
            @Override
            public Tally fold(@Nullable Tally before, RecordedEvent event) {
                if (event.position() == position) {
                    throw new IllegalStateException("on purpose");
                }
                return super.fold(before, event);
            }
        };
    }
}

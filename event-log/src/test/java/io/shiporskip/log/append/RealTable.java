package io.shiporskip.log.append;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.model.Findings;
import io.shiporskip.log.model.Findings.Reply;
import io.shiporskip.log.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.BsonDocument;

/**
 * The product's own table of the append protocol, as the model asks it: a server's reply is classed by
 * {@link BlockInsert}, what it proves is said by {@link AnswerTable}, and what that wants to read is what the model
 * reads next.
 */
public final class RealTable implements Function<Findings, Verdict> {

    private static final List<Commit> COMMITS =
            List.of(Commits.of("a", 0, 1), Commits.of("b", 0, 1), Commits.of("c", 0, 1), Commits.of("d", 0, 1));

    private final Map<Findings, Verdict> asked = new ConcurrentHashMap<>();

    @Override
    public Verdict apply(Findings findings) {
        return asked.computeIfAbsent(findings, RealTable::ask);
    }

    private static Verdict ask(Findings findings) {
        List<Commit> commits = COMMITS.subList(0, findings.commits());
        Block block = BlockNumbering.after(LogHead.EMPTY, commits, "own.1");
        try {
            return AnswerTable.conclude(
                            answer(findings.reply()), findings.onlySend(), block, commits, new Known(findings))
                    .map(outcome -> verdict(outcome, commits))
                    .orElse(new Verdict.SendAgain());
        } catch (NotRead missing) {
            return missing.verdict;
        }
    }

    private static Answer answer(Reply reply) {
        return switch (reply) {
            case INSERTED -> BlockInsert.classed(BsonDocument.parse("{n: 1, ok: 1.0}"));
            case UNCONFIRMED ->
                BlockInsert.classed(BsonDocument.parse(
                        "{n: 1, ok: 1.0, writeConcernError: {code: 64, errmsg: 'waiting for replication timed out'}}"));
            case DUPLICATE_KEY ->
                BlockInsert.classed(BsonDocument.parse(
                        "{n: 0, ok: 1.0, writeErrors: [{index: 0, code: 11000, errmsg: 'E11000 duplicate key'}]}"));
            case REFUSED_FOR_GOOD ->
                BlockInsert.classed(BsonDocument.parse(
                        "{n: 0, ok: 1.0, writeErrors: [{index: 0, code: 10334, errmsg: 'BSONObj size is invalid'}]}"));
            case NONE -> new Answer.Unknown("no answer");
        };
    }

    private static Verdict verdict(Outcome outcome, List<Commit> commits) {
        return switch (outcome) {
            case Outcome.Stands() -> new Verdict.Stands();
            case Outcome.SlotTaken() -> new Verdict.SlotTaken();
            case Outcome.KeysTaken(Map<Commit, Integer> losers) -> {
                int bits = 0;
                for (Commit loser : losers.keySet()) {
                    bits |= 1 << commits.indexOf(loser);
                }
                yield new Verdict.KeysTaken(bits);
            }
            case Outcome.Failed _ -> new Verdict.Failed();
            case Outcome.NotProven() -> throw new IllegalStateException("the table never gives up");
        };
    }

    /** What the model has read so far; asking for more says what to read. */
    private record Known(Findings findings) implements Evidence {

        @Override
        public Optional<String> ownerOfSlot(Block block) {
            return switch (findings.slot()) {
                case UNREAD -> throw new NotRead(new Verdict.ReadSlot());
                case EMPTY -> Optional.empty();
                case OURS -> Optional.of(block.id());
                case ANOTHERS -> Optional.of("another");
            };
        }

        @Override
        public OptionalInt firstHeldByAnother(Block block, Commit commit) {
            int index = COMMITS.indexOf(commit);
            if (index >= findings.keysRead()) {
                throw new NotRead(new Verdict.ReadKeys());
            }
            return (findings.losers() >> index & 1) == 1 ? OptionalInt.of(0) : OptionalInt.empty();
        }
    }

    private static final class NotRead extends RuntimeException {

        private final transient Verdict verdict;

        NotRead(Verdict verdict) {
            this.verdict = verdict;
        }
    }
}

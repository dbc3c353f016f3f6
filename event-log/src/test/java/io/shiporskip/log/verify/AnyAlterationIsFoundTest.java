package io.shiporskip.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.RandomLog;
import io.shiporskip.log.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.BsonDateTime;
import org.bson.Document;

/**
 * Whatever field of whatever block or event is altered, taken away or given another type, the block is named. The one
 * exception is a block's own random id: it says who sent the block, nothing of what happened, and no hash covers it.
 */
class AnyAlterationIsFoundTest {

    private static final MongoDatabase DATABASE = TestServer.newDatabase();
    private static final MongoCollection<Document> BLOCKS = DATABASE.getCollection(EventLogSchema.COLLECTION);

    static {
        RandomLog.write(DATABASE, new Random(7), 60);
        // Uniqueness is the verification's to find, whatever the indexes have let pass.
        BLOCKS.dropIndexes();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 300)
    void isFoundAndNamed(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<Document> all = BLOCKS.find().sort(new Document("_id", 1)).into(new ArrayList<>());
        int chosen = random.nextInt(all.size());
        Document original = all.get(chosen);
        Long id = original.getLong("_id");
        Document altered =
                Objects.requireNonNull(BLOCKS.find(Filters.eq("_id", id)).first());
        String what = alter(altered, random);
        BLOCKS.replaceOne(Filters.eq("_id", id), altered);
        try {
            VerificationReport report = new LogVerification(DATABASE).run((done, total) -> {});

            assertThat(report.faults())
                    .as("%s of block %s", what, id)
                    .anyMatch(fault -> fault.block().equals(id.toString()));
        } finally {
            BLOCKS.replaceOne(Filters.eq("_id", id), original);
        }
    }

    private static String alter(Document block, Random random) {
        List<Document> events = block.getList("events", Document.class);
        Document target = random.nextInt(4) == 0 ? block : events.get(random.nextInt(events.size()));
        List<String> fields = target.keySet().stream()
                .filter(name -> !name.equals("_id") && !name.equals("block"))
                .toList();
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(4)) {
            case 0 -> target.remove(field);
            case 1 -> target.put(field, null);
            default -> target.put(field, other(Objects.requireNonNull(target.get(field)), random));
        }
        return field;
    }

    private static Object other(Object value, Random random) {
        return switch (value) {
            case String text -> otherText(text, random);
            case Long number -> number + 1 + random.nextInt(5);
            case Integer number -> number + 1 + random.nextInt(5);
            case java.util.Date time ->
                new BsonDateTime(time.toInstant().toEpochMilli() + (random.nextBoolean() ? 1 : -1));
            case List<?> events -> events.subList(0, events.size() - 1);
            default -> throw new IllegalStateException("no field of the log is a " + value.getClass());
        };
    }

    private static String otherText(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return random.nextBoolean() && at > 0
                ? text.substring(0, at)
                : text.substring(0, at) + other + text.substring(Math.min(text.length(), at + 1));
    }
}

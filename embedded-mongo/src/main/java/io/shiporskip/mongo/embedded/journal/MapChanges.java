package io.shiporskip.mongo.embedded.journal;

/** Takes changes of the store's maps, in the order in which they were made. */
public interface MapChanges {

    /**
     * An entry has this value now.
     *
     * @param map the number by which the store knows the map
     */
    void put(int map, byte[] key, byte[] value);

    /**
     * An entry is gone.
     *
     * @param map the number by which the store knows the map
     */
    void remove(int map, byte[] key);
}

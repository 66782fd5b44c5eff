package health.medley.store.internal.commit;

/**
 * A place of a space: a record's by its id, a unique key's by the key.
 *
 * @param space number of the space
 * @param name id or key
 */
record Slot(long space, String name) implements Comparable<Slot> {

    @Override
    public int compareTo(Slot other) {
        return space != other.space ? Long.compare(space, other.space) : name.compareTo(other.name);
    }
}

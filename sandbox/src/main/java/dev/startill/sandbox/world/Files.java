package dev.startill.sandbox.world;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What bots and users sent, by file_id. The oldest bytes go when there are too many. */
public final class Files {
  private static final long BYTES_KEPT = 128L << 20;
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private final Ids ids;
  private final Map<String, StoredFile> files = new LinkedHashMap<>();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private final Map<String, String> byPath = new HashMap<>();
  private long kept;

  Files(Ids ids) {
    this.ids = ids;
  }

  /** Keeps an upload. The bytes are not copied; nobody may change them afterwards. */
  public StoredFile upload(Media media, String name, String mimeType, byte[] content) {
    var file = made(media, name, mimeType, content.length, "");
    restore(file, content);
    return file;
  }

  /** The file of this path; made there, and so the same for ever, when it is asked for first. */
  public StoredFile keepAt(String path, Media media, String mimeType, Supplier<byte[]> content) {
    var known = atPath(path);
    if (known.isPresent()) {
      return known.get();
    }
    var bytesNow = content.get();
    var id = ids.file(media.kind().idPrefix());
    var file = new StoredFile(id, ids.fileUnique(), "", mimeType, bytesNow.length, "", media, path);
    restore(file, bytesNow);
    return file;
  }

  /** Notes a file that lives at an address; it is not fetched. */
  public StoredFile at(Media media, String url, String mimeType) {
    var file = made(media, url, mimeType, 0, url);
    restore(file, new byte[0]);
    return file;
  }

  /** A file that was sent before. */
  public Optional<StoredFile> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /** The file that is downloaded from a file_path. */
  public Optional<StoredFile> atPath(String path) {
    return Optional.ofNullable(byPath.get(path)).map(files::get);
  }

  /** Its bytes, unless it has none or they were dropped. */
  public Optional<byte[]> bytes(String id) {
    return Optional.ofNullable(bytes.get(id));
  }

  Collection<StoredFile> all() {
    return Collections.unmodifiableCollection(files.values());
  }

  void restore(StoredFile file, byte[] content) {
    files.put(file.id(), file);
    byPath.put(file.path(), file.id());
    if (content.length == 0) {
      return;
    }
    bytes.put(file.id(), content);
    kept += content.length;
    var oldest = bytes.entrySet().iterator();
    while (kept > BYTES_KEPT && bytes.size() > 1) {
      kept -= oldest.next().getValue().length;
      oldest.remove();
    }
  }

  private StoredFile made(Media media, String name, String type, long size, String url) {
    var kind = media.kind();
    var path = kind.folder() + "/file_" + files.size() + ending(name, kind);
    var id = ids.file(kind.idPrefix());
    return new StoredFile(id, ids.fileUnique(), name, type, size, url, media, path);
  }

  private static String ending(String name, Media.Kind kind) {
    if (kind == Media.Kind.PHOTO) {
      return ".jpg";
    }
    var found = ENDING.matcher(name);
    return found.find() ? found.group().toLowerCase(Locale.ROOT) : "";
  }
}

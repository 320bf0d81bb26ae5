package dev.startill.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The project's poms, as they are written. */
final class Poms {
  private Poms() {}

  /**
   * One of them.
   *
   * @param file where it lies
   * @param parent whose module it is; the root is nobody's
   * @param xml what it says
   */
  record Pom(Path file, Optional<Pom> parent, Document xml) {
    String artifact() {
      return only("/project/artifactId");
    }

    /** What stands at this path. */
    String only(String path) {
      var found = all(path);
      if (found.size() != 1) {
        throw new AssertionError("%s of %s is %s".formatted(path, file, found));
      }
      return found.getFirst();
    }

    List<String> all(String path) {
      try {
        var nodes =
            (NodeList)
                XPathFactory.newInstance().newXPath().evaluate(path, xml, XPathConstants.NODESET);
        var texts = new ArrayList<String>();
        for (var i = 0; i < nodes.getLength(); i++) {
          texts.add(nodes.item(i).getTextContent().strip());
        }
        return List.copyOf(texts);
      } catch (XPathExpressionException e) {
        throw new AssertionError(path, e);
      }
    }

    /** Whether anybody will find it in a repository. */
    boolean isPublished() {
      var said = all("/project/properties/maven.deploy.skip");
      return said.isEmpty()
          ? parent.map(Pom::isPublished).orElse(true)
          : said.getFirst().equals("false");
    }

    Path folder() {
      return file.resolveSibling("");
    }
  }

  static Pom root() {
    return read(Project.root().resolve("pom.xml"), Optional.empty());
  }

  /** All below the root, those that only a profile builds included. */
  static List<Pom> modules() {
    var found = new ArrayList<Pom>();
    gather(root(), found);
    return found;
  }

  private static void gather(Pom pom, List<Pom> found) {
    for (var module : pom.all("//modules/module")) {
      var child = read(pom.file().resolveSibling(module).resolve("pom.xml"), Optional.of(pom));
      found.add(child);
      gather(child, found);
    }
  }

  private static Pom read(Path file, Optional<Pom> parent) {
    try (var in = Files.newInputStream(file)) {
      return new Pom(
          file, parent, DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}

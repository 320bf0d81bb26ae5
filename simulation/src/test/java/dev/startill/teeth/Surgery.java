package dev.startill.teeth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a mistake in the place of a method, or of a call within one. The class keeps its shape: no
 * branch is added, so that its stack maps stay true. For one thread.
 */
final class Surgery {
  private static final int API = Opcodes.ASM9;
  private static final Type SHIPPED = Type.getType("Ljava/lang/invoke/MethodHandle;");

  private final ClassLoader loader;
  private final Patch patch;
  private final String owner;
  private final String mistakes;
  private int cuts;

  Surgery(ClassLoader loader, Patch patch) {
    this.loader = loader;
    this.patch = patch;
    this.owner = patch.target().replace('.', '/');
    this.mistakes = owner.substring(0, owner.lastIndexOf('/') + 1) + Patch.MISTAKES;
  }

  byte[] operate(byte[] shipped) {
    var reader = new ClassReader(shipped);
    var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Patient(writer), 0);
    if (cuts != 1) {
      throw new PatchMissed("%s was found %d times, not once.".formatted(patch, cuts), null);
    }
    return writer.toByteArray();
  }

  /** The class that is patched. */
  private final class Patient extends ClassVisitor {
    Patient(ClassVisitor next) {
      super(API, next);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (patch instanceof Patch.Body body && name.equals(body.method()) && isWritten(access)) {
        cuts++;
        replace(access, name, descriptor, exceptions, body.mistake());
        return super.visitMethod(access, name + "$shipped", descriptor, signature, exceptions);
      }
      var next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return patch instanceof Patch.Call call && isWithin(name, call.method())
          ? new Operation(next, call)
          : next;
    }

    /** The method by its name answers with the mistake; the shipped one has another name. */
    private void replace(
        int access,
        String name,
        String descriptor,
        String @Nullable [] exceptions,
        String mistake) {
      var isStatic = (access & Opcodes.ACC_STATIC) != 0;
      var method = super.visitMethod(access, name, descriptor, null, exceptions);
      method.visitCode();
      var slot = 0;
      if (!isStatic) {
        method.visitVarInsn(Opcodes.ALOAD, slot++);
      }
      for (var argument : Type.getArgumentTypes(descriptor)) {
        method.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
        slot += argument.getSize();
      }
      var tag =
          isStatic
              ? Opcodes.H_INVOKESTATIC
              : (access & Opcodes.ACC_PRIVATE) != 0
                  ? Opcodes.H_INVOKESPECIAL
                  : Opcodes.H_INVOKEVIRTUAL;
      method.visitLdcInsn(new Handle(tag, owner, name + "$shipped", descriptor, false));
      err(method, mistake, isStatic ? descriptor : withReceiver(owner, descriptor));
      method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
      method.visitMaxs(0, 0);
      method.visitEnd();
    }
  }

  /** The method in which a call is answered by a mistake. */
  private final class Operation extends MethodVisitor {
    private final Patch.Call call;

    Operation(MethodVisitor next, Patch.Call call) {
      super(API, next);
      this.call = call;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String name, String descriptor, boolean isInterface) {
      if (!isCallee(call.callee(), simpleName(type) + "." + name, descriptor)) {
        super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
        return;
      }
      cuts++;
      super.visitLdcInsn(new Handle(tag(opcode), type, name, descriptor, isInterface));
      err(
          mv,
          call.mistake(),
          opcode == Opcodes.INVOKESTATIC ? descriptor : withReceiver(type, descriptor));
    }
  }

  /** Calls the mistake, which takes all that the shipped code takes, and that code. */
  private void err(MethodVisitor method, String mistake, String descriptor) {
    var end = descriptor.indexOf(')');
    var full = descriptor.substring(0, end) + SHIPPED + descriptor.substring(end);
    if (!made().contains(mistake + full)) {
      throw new PatchMissed("%s has no %s%s".formatted(mistakes, mistake, full), null);
    }
    method.visitMethodInsn(Opcodes.INVOKESTATIC, mistakes, mistake, full, false);
  }

  /** The mistakes that there are in this package. */
  private Set<String> made() {
    var found = new HashSet<String>();
    try (var in = loader.getResourceAsStream(mistakes + ".class")) {
      if (in == null) {
        throw new PatchMissed("There is no " + mistakes, null);
      }
      new ClassReader(in).accept(collector(found), ClassReader.SKIP_CODE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static ClassVisitor collector(Set<String> found) {
    return new ClassVisitor(API) {
      @Override
      public @Nullable MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        found.add(name + descriptor);
        return null;
      }
    };
  }

  /** Not a bridge, nor anything else that the compiler wrote. */
  private static boolean isWritten(int access) {
    return (access & Opcodes.ACC_SYNTHETIC) == 0;
  }

  /** A lambda stands in a method of its own, which tells where it comes from. */
  private static boolean isWithin(String name, String method) {
    return name.equals(method) || name.startsWith("lambda$" + method + "$");
  }

  /** With parameters, where the name alone would not tell. */
  private static boolean isCallee(String callee, String called, String descriptor) {
    if (!callee.endsWith(")")) {
      return callee.equals(called);
    }
    var parameters = new StringJoiner(", ", "(", ")");
    for (var argument : Type.getArgumentTypes(descriptor)) {
      parameters.add(simpleName(argument.getClassName().replace('.', '/')));
    }
    return callee.equals(called + parameters);
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
  }

  private static String withReceiver(String type, String descriptor) {
    return "(L" + type + ";" + descriptor.substring(1);
  }

  private static int tag(int opcode) {
    return switch (opcode) {
      case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
      case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
      case Opcodes.INVOKESPECIAL -> Opcodes.H_INVOKESPECIAL;
      default -> Opcodes.H_INVOKEVIRTUAL;
    };
  }
}

package io.github.etnasandbox.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A case of a {@code switch} on strings, as compilers translate it: a jump by a hash code, to where the text is compared.
 *
 * @param method the method that has the switch
 * @param hash the hash code it jumps by
 * @param text what it compares with there
 */
record StringCase(String method, int hash, String text) {

    boolean canBeReached() {
        return text.hashCode() == hash;
    }

    static List<StringCase> in(byte[] classFile) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<StringCase> cases = new ArrayList<>();
        for (MethodNode method : type.methods) {
            String name = type.name + "." + method.name;
            for (AbstractInsnNode each : method.instructions) {
                if (isHashOfString(each) && next(each) instanceof LookupSwitchInsnNode jump) {
                    for (int i = 0; i < jump.keys.size(); i++) {
                        addComparisons(name, jump.keys.get(i), jump.labels.get(i), cases);
                    }
                }
            }
        }
        return cases;
    }

    /** Several texts of one hash code are compared one after the other. */
    private static void addComparisons(String method, int hash, LabelNode label, List<StringCase> cases) {
        int before = cases.size();
        AbstractInsnNode loaded = next(label);
        while (next(loaded) instanceof LdcInsnNode constant
                && constant.cst instanceof String text
                && next(constant) instanceof MethodInsnNode call
                && call.name.equals("equals")
                && next(call) instanceof JumpInsnNode branch) {
            cases.add(new StringCase(method, hash, text));
            loaded = next(branch.getOpcode() == Opcodes.IFEQ ? branch.label : branch);
        }
        if (cases.size() == before) {
            throw new AssertionError(method + " has a switch on strings that this check cannot read; teach it");
        }
    }

    private static boolean isHashOfString(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && call.owner.equals("java/lang/String")
                && call.name.equals("hashCode");
    }

    /** The next instruction that is one: labels and the like have no opcode. */
    private static @Nullable AbstractInsnNode next(@Nullable AbstractInsnNode node) {
        AbstractInsnNode next = node == null ? null : node.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }
}

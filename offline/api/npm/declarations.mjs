// Reads TypeScript declarations. A type is written as the schema has it: string, number, boolean, any, list<T>, map<T>, module.Type,
// and A | B for a union; ? behind it where it may be undefined. The name of a property that may be left out ends in ?.
// Where TypeScript takes a resource in place of its name or ARN, the schema has the text.
import { readFileSync } from "node:fs";
import ts from "typescript";

const sources = new Map();

/** Whether a file declares a class or interface of this name. */
export const isDeclared = (file, name) => find(parse(file).statements, name) !== undefined;

/** The properties of a class or interface, each with its type. */
export function members(file, name, namespace = "") {
  const source = parse(file);
  const block = source.statements.find(statement => ts.isModuleDeclaration(statement) && statement.name.text === namespace);
  const declared = find(namespace ? block.body.statements : source.statements, name);
  const properties = declared.members.filter(member => ts.isPropertySignature(member) || ts.isPropertyDeclaration(member));
  return Object.fromEntries(properties.map(property => {
    const mayBeLeftOut = property.questionToken !== undefined;
    const type = typeOf(property.type);
    return [`${property.name.text}${mayBeLeftOut ? "?" : ""}`, mayBeLeftOut ? type.replace(/\?$/, "") : type];
  }));
}

function parse(file) {
  if (!sources.has(file)) {
    sources.set(file, ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  }

  return sources.get(file);
}

const find = (statements, name) => statements.find(statement =>
  (ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement)) && statement.name.text === name);

function typeOf(node) {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword: return "string";
    case ts.SyntaxKind.NumberKeyword: return "number";
    case ts.SyntaxKind.BooleanKeyword: return "boolean";
    case ts.SyntaxKind.AnyKeyword: return "any";
    case ts.SyntaxKind.ParenthesizedType: return typeOf(node.type);
    case ts.SyntaxKind.ArrayType: return `list<${typeOf(node.elementType)}>`;
    case ts.SyntaxKind.TypeLiteral: return `map<${typeOf(node.members[0].type)}>`;
    case ts.SyntaxKind.UnionType: {
      const isUndefined = type => type.kind === ts.SyntaxKind.UndefinedKeyword;
      const isResource = type => ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName);
      const types = node.types.filter(type => !isUndefined(type) && !isResource(type)).map(typeOf);
      return types.join(" | ") + (node.types.some(isUndefined) ? "?" : "");
    }

    case ts.SyntaxKind.TypeReference: {
      // pulumi.Input<T> and pulumi.Output<T>, or inputs.iam.T, outputs.iam.T and enums.iam.T.
      const [first, ...rest] = nameOf(node.typeName);
      return first === "pulumi" ? typeOf(node.typeArguments[0]) : rest.join(".");
    }

    default: throw new Error(`A type of kind ${ts.SyntaxKind[node.kind]} is not known here.`);
  }
}

const nameOf = name => ts.isIdentifier(name) ? [name.text] : [...nameOf(name.left), name.right.text];

namespace Rehearsal.Engine;

/// <summary>
/// Uniform resource names, <c>urn:pulumi:STACK::PROJECT::PARENT_TYPES$TYPE::NAME</c>
/// (Pulumi docs, iac/concepts/resources/names, "Resource URNs").
/// </summary>
internal static class Urn
{
    public const string StackType = "pulumi:pulumi:Stack";

    public static string Create(string stack, string project, string parent, string type, string name)
    {
        var parentType = parent.Length == 0 ? StackType : QualifiedType(parent);
        var qualifiedType = parentType == StackType ? type : $"{parentType}${type}";
        return $"urn:pulumi:{stack}::{project}::{qualifiedType}::{name}";
    }

    /// <summary>The resource's name, the URN's last part.</summary>
    public static string Name(string urn) => urn.Split("::", 4)[3];

    /// <summary>The resource's type, without those of its parents.</summary>
    public static string Type(string urn) => QualifiedType(urn).Split('$')[^1];

    private static string QualifiedType(string urn) => urn.Split("::", 4)[2];
}

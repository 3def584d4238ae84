namespace Offline.Generator;

/// <summary>Writes a struct that stands for an enum of strings.</summary>
internal static class EnumWriter
{
    // A listing has the names of the values and not the values.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["ALLOW"] = "Allow",
        ["DENY"] = "Deny",
        ["PolicyDocumentVersion_2008_10_17"] = "2008-10-17",
        ["PolicyDocumentVersion_2012_10_17"] = "2012-10-17",
    };

    public static string Write(ApiType type) => $$"""
        public readonly struct {{type.Name}} : global::System.IEquatable<{{type.Name}}>
        {
            private readonly string _value;

            private {{type.Name}}(string value) => _value = value;

        {{string.Join("\n", type.Members.Where(member => member.IsStatic && member.HasAccessors).Select(value =>
            $"    public static {type.Name} {value.Name} {{ get; }} = new(\"{Values[value.Name]}\");"))}}

            public static bool operator ==({{type.Name}} left, {{type.Name}} right) => left.Equals(right);

            public static bool operator !=({{type.Name}} left, {{type.Name}} right) => !left.Equals(right);

            public static explicit operator string({{type.Name}} value) => value._value;

            public override bool Equals(object? obj) => obj is {{type.Name}} other && Equals(other);

            public bool Equals({{type.Name}} other) => _value == other._value;

            public override int GetHashCode() => _value?.GetHashCode() ?? 0;

            public override string ToString() => _value;
        }
        """;
}

namespace Offline.Generator;

/// <summary>Writes the arguments of a resource or a function.</summary>
internal static class ArgsWriter
{
    public static string Write(ApiType type) => $$"""
        public sealed class {{type.Name}} : global::{{type.Base}}
        {
        {{string.Join("\n\n", type.Properties.Select(property => WriteProperty(type, property)))}}

            public {{type.Name}}()
            {
        {{string.Join("\n", Defaults.Of(type).Select(statement => $"        {statement}"))}}
            }
        }
        """;

    /// <summary>Whether a property without an attribute of its own is a secret; otherwise it is a collection.</summary>
    public static bool IsSecret(ApiMember property) =>
        property.Type.StartsWith("global::Pulumi.Input<", System.StringComparison.Ordinal);

    private static string WriteProperty(ApiType type, ApiMember property)
    {
        if (property.Mark is not null)
        {
            return $$"""
                    [{{property.Mark}}]
                    public {{property.Type}}{{(property.IsRequired ? "" : "?")}} {{property.Name}} { get; set; }
                        {{(property.IsRequired ? " = null!;" : "")}}
                """;
        }

        var field = type.FieldOf(property)!;
        return IsSecret(property)
            ? $$"""
                    [{{field.Mark}}]
                    private {{field.Type}}? {{field.Name}};

                    public {{property.Type}}? {{property.Name}}
                    {
                        get => {{field.Name}};
                        set => {{field.Name}} = global::Pulumi.Output.CreateSecret(global::Pulumi.InputExtensions.ToOutput(value));
                    }
                """
            : $$"""
                    [{{field.Mark}}]
                    private {{field.Type}}? {{field.Name}};

                    public {{property.Type}} {{property.Name}}
                    {
                        get => {{field.Name}} ??= new();
                        set => {{field.Name}} = value;
                    }
                """;
    }
}

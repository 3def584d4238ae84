namespace Offline.Generator;

/// <summary>Writes a resource's class.</summary>
internal static class ResourceWriter
{
    public static string Write(ApiType type, List<ApiType> types, string version)
    {
        var constructor = type.Members.Single(member => member.Name == "ctor");
        var args = types.Single(candidate => candidate.FullName == type.FullName + "Args");

        // A provider's base adds the rest of the token.
        var token = type.Token!.StartsWith("pulumi:providers:", System.StringComparison.Ordinal)
            ? type.Token.Substring("pulumi:providers:".Length)
            : type.Token;
        var outputs = type.Properties.Select(property =>
            $"    [{property.Mark}] public {property.Type} {property.Name} {{ get; private set; }} = null;");
        return $$"""
            [global::Pulumi.ResourceType("{{type.Token}}", null)]
            public class {{type.Name}} : global::{{type.Base}}
            {
            #nullable disable annotations
            {{string.Join("\n", outputs)}}
            #nullable enable annotations

                public {{type.Name}}({{CSharp.Parameters(constructor.Parameters!)}})
                    : base("{{token}}", name, args ?? new global::{{args.FullName}}(), MakeOptions(options))
                {
                }

                private static global::Pulumi.CustomResourceOptions MakeOptions(global::Pulumi.CustomResourceOptions? options) =>
                    global::Pulumi.CustomResourceOptions.Merge(
                        new()
                        {
                            Version = "{{version}}",
                            AdditionalSecretOutputs = { {{string.Join(", ", SecretOutputs.Of(type, args).Select(name => $"\"{name}\""))}} },
                        },
                        options);
            }
            """;
    }
}
